import { errorAt } from '@/lib/source/problem';
import type { Examination } from './examine';

/** The examination of a file that could not be examined, with the reason as its only problem. */
export function failedExamination(
  file: string,
  code: 'answer-failed' | 'file-unreadable',
  message: string,
): Examination {
  return {
    entry: undefined,
    unfinished: undefined,
    problems: [{ file, ...errorAt({ line: 1, column: 1 }, code, message) }],
    places: [],
    links: [],
    anchors: '',
    images: [],
    signature: '',
    answerHash: '',
  };
}
