import { AnswerCache } from '@/lib/answer/cache';
import { fileHashOf } from '@/lib/catalogue/entry';
import type { SourceFile } from '@/lib/source/article';
import { examine, examineAndRender, type Examination } from './examine';

/** Files to examine. */
export interface ExamineRequest {
  sources: readonly SourceFile[];
  /** Where rendered answers are kept, if they are wanted too. */
  answersFolder?: string | undefined;
}

export default function examineSources({ sources, answersFolder }: ExamineRequest): Examination[] {
  if (answersFolder === undefined) return sources.map(examine);
  const answers = new AnswerCache(answersFolder);
  return sources.map((source) => {
    const { examination, rendered } = examineAndRender(source);
    if (examination.entry && rendered) answers.set(fileHashOf(examination.entry), rendered);
    return examination;
  });
}
