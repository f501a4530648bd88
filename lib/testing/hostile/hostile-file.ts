import { chunksOf } from '@/lib/chunks';
import { questionFile, type QuestionParts } from '../question-file';

/** A file that somebody might submit to do harm. */
export interface HostileFile {
  family: string;
  /** Path within the content folder, with `/` as separator. */
  path: string;
  /** The bytes of a name that is not UTF-8; `path` is the name as a program decodes it. */
  pathBytes?: Uint8Array;
  content: string | Uint8Array | { link: string } | { pipe: true };
  /** Path of its page in a release, unless it is `learn/<folder>/questions/<name>.html`. */
  page?: string;
  fate: Fate;
}

/** The expected result for a file: an error that names it, a page, either of them, or nothing. */
export type Fate = 'refused' | 'built' | 'either' | 'passed over';

/** The deviations from a good question, one per file. */
export type Variations = readonly (QuestionParts | ((id: number) => string | Uint8Array))[];

/** Files of one family, `physics/<family>-<number>.md`, with consecutive ids from `firstId`. */
export function family(name: string, firstId: number, fate: Fate, variations: Variations): HostileFile[] {
  return variations.map((variation, index) => ({
    family: name,
    path: `physics/${name}-${index + 1}.md`,
    content:
      typeof variation === 'function' ? variation(firstId + index) : questionFile(firstId + index, variation),
    fate,
  }));
}

/** Markdown texts as answers, alternately in the readable form and in that of the source library. */
export function inOneForm(answers: readonly string[]): QuestionParts[] {
  return answers.map((answer, index) => ({ answer, escaped: index % 2 === 1 }));
}

/**
 * Each Markdown text as an answer in the readable form and, several in a file, in the form of the older
 * library.
 */
export function inBothForms(answers: readonly string[]): QuestionParts[] {
  const few = chunksOf(answers, 4).map((group) => ({ answer: group.join('\n\n'), escaped: true }));
  return [...answers.map((answer) => ({ answer })), ...few];
}

/** Whether the content is text or bytes rather than a link or a pipe. */
export function isText(content: HostileFile['content']): content is string | Uint8Array {
  return typeof content === 'string' || content instanceof Uint8Array;
}
