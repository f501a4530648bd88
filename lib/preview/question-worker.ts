import { examineAndRender } from '@/lib/edit/examine';
import type { SourceFile } from '@/lib/source/article';
import type { RenderedQuestion } from './preview';

export default function examineQuestion(source: SourceFile): RenderedQuestion {
  const { examination, rendered } = examineAndRender(source);
  const { entry, problems, images } = examination;
  return { entry, rendered, problems, images };
}
