/** The initial text of a new question's file. `.cloudcannon/schemas/default.md` has the same answer. */
export const template = {
  description:
    'One sentence of 110 to 160 characters that tells a reader of search results what this page answers.',
  keywords: 'two or three, topics',
  /** Each item is a paragraph or a heading of the answer. */
  answer: [
    'The first paragraph answers the question by itself, in two to four sentences. Replace this text with yours.',
    '## Why it is so',
    'Details follow, under headings that begin with two number signs. Most questions need 250 to 700 words.',
  ],
} as const;

/** Sentences of the template that an editor would not write by chance. */
export const placeholders: readonly string[] = template.answer
  .filter((text) => !text.startsWith('#'))
  .flatMap((text) => text.split(/(?<=\.) /));
