import { AnswerCache } from '@/lib/answer/cache';
import { displayPath, readContent } from '@/lib/catalogue/content-folder';
import { fileHashOf } from '@/lib/catalogue/entry';
import { UserError } from '@/lib/user-error';
import { examine, examineAndRender, type Examination } from './examine';
import { failedExamination } from './failed-examination';

/** Files to examine. */
export interface ExamineRequest {
  /** The content folder, and the paths of files in it. */
  folder: string;
  paths: readonly string[];
  /** The folder for rendered answers, if answers are to be rendered as well. */
  answersFolder?: string | undefined;
}

/** Reads and examines files. Returns one examination for each path. */
export default function examineFiles({ folder, paths, answersFolder }: ExamineRequest): Examination[] {
  const answers = answersFolder === undefined ? undefined : new AnswerCache(answersFolder);
  return paths.map((path) => examineFile(folder, path, answers));
}

function examineFile(folder: string, path: string, answers: AnswerCache | undefined): Examination {
  const file = displayPath(folder, path);
  let bytes: Uint8Array;
  try {
    bytes = readContent(folder, path);
  } catch (error) {
    // The file may have been removed since it was listed.
    if (!(error instanceof UserError)) throw error;
    return failedExamination(file, 'file-unreadable', error.message);
  }
  const source = { file, path, bytes };
  if (!answers) return examine(source);
  const { examination, rendered } = examineAndRender(source);
  if (examination.entry && rendered) answers.set(fileHashOf(examination.entry), rendered);
  return examination;
}
