/**
 * Every bound that content is held to. Real articles stay far below them; what lies above is a mistake or an
 * attack, and is reported as a problem instead of being allowed to slow down or stop a build.
 */
export const limits = {
  /** Bytes of one content file. */
  fileBytes: 64 * 1024,
  /** Levels of nesting in front matter. */
  frontMatterDepth: 5,
  /** Keys in one file's front matter, nested ones included. */
  frontMatterKeys: 200,
  /** The highest id of a question: what 32 bits hold with a sign, so that every program can. */
  id: 2 ** 31 - 1,
  /** Subjects of a library. */
  subjects: 4000,
  /** Characters of a slug: a file name with its ending must fit the 255 bytes of common file systems. */
  slugLength: 200,
  /** Block quotes and lists within each other, in an answer. */
  blockDepth: 20,
  /** Opening square brackets in one paragraph: each may begin a link, and all are tried. */
  bracketsInParagraph: 500,
  /** Characters of a short answer. */
  shortAnswerLength: 300,
  /** Characters of one formula. */
  formulaLength: 2048,
  /** Milliseconds that one answer may take to become a page. */
  answerMilliseconds: 2000,
  /** Megabytes that the program may use which does that. */
  answerMegabytes: 256,
} as const;
