import { questionFile, type QuestionParts } from '../question-file';

/** One file that somebody might hand in to do harm. */
export interface HostileFile {
  family: string;
  /** Within the content folder, with `/` between the parts. */
  path: string;
  /** Its bytes where its name is no UTF-8, which `path` then shows as a program reads it. */
  pathBytes?: Uint8Array;
  content: string | Uint8Array | { link: string } | { pipe: true };
  /** Where its page lies in a release, when not at `learn/<folder>/questions/<name>.html`. */
  page?: string;
  fate: Fate;
}

/** What must become of a file: an error that names it, a page, one of the two, or nothing at all. */
export type Fate = 'refused' | 'built' | 'either' | 'passed over';

/** What differs from a good question, for one file each. */
export type Variations = readonly (QuestionParts | ((id: number) => string | Uint8Array))[];

/** Files of one family, `physics/<family>-<number>.md`, with ids from `firstId` on. */
export function family(name: string, firstId: number, fate: Fate, variations: Variations): HostileFile[] {
  return variations.map((variation, index) => ({
    family: name,
    path: `physics/${name}-${index + 1}.md`,
    content:
      typeof variation === 'function' ? variation(firstId + index) : questionFile(firstId + index, variation),
    fate,
  }));
}

/** Markdown texts as answers, in turn as people write them and as the older library did. */
export function inOneForm(answers: readonly string[]): QuestionParts[] {
  return answers.map((answer, index) => ({ answer, escaped: index % 2 === 1 }));
}

/** Each Markdown text as an answer that people write, and, a few in a file, as answers of the older library. */
export function inBothForms(answers: readonly string[]): QuestionParts[] {
  const few = inGroups(answers, 4).map((group) => ({ answer: group.join('\n\n'), escaped: true }));
  return [...answers.map((answer) => ({ answer })), ...few];
}

/** Items in their order, so many at a time. */
export function inGroups<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** Whether a file holds something, rather than being a link or a pipe. */
export function isText(content: HostileFile['content']): content is string | Uint8Array {
  return typeof content === 'string' || content instanceof Uint8Array;
}
