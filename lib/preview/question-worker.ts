import { examineAndRender } from '@/lib/edit/examine';
import type { SourceFile } from '@/lib/source/article';
import type { ExaminedQuestion } from './preview';

export default function examineQuestion(source: SourceFile): ExaminedQuestion {
  const { examination, rendered } = examineAndRender(source);
  const { entry, problems, images } = examination;
  return { entry, rendered, problems, images };
}
