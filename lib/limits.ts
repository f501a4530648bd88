/**
 * Every bound that content is held to. Real articles stay far below them; what lies above is a mistake or an
 * attack, and is reported as a problem instead of being allowed to slow down or stop a build.
 */
export const limits = {
  /** Bytes of one content file. */
  fileBytes: 64 * 1024,
  /** Levels of nesting in front matter. */
  frontMatterDepth: 5,
  /** Lines of one file's front matter. */
  frontMatterLines: 2000,
  /** What a YAML parser takes one file's front matter apart into: values, signs and the space between them. */
  frontMatterTokens: 5000,
  /** Keys in one file's front matter, nested ones included. */
  frontMatterKeys: 200,
  /** The highest id of a question: what 32 bits hold with a sign, so that every program can. */
  id: 2 ** 31 - 1,
  /** Subjects of a library. */
  subjects: 4000,
  /** Bytes of `subjects.yaml` and of `redirects.yaml`, each: tens of thousands of lines. */
  listFileBytes: 4 * 1024 * 1024,
  /** Characters of a text in front matter, other than an answer. */
  textLength: 1000,
  /** Keywords of one question. */
  keywords: 100,
  /** Problems of one file that are named one by one. */
  problemsOfFile: 100,
  /** Characters of a slug: a file name with its ending must fit the 255 bytes of common file systems. */
  slugLength: 200,
  /** Block quotes and lists within each other, in an answer. */
  blockDepth: 20,
  /** Lines of an answer. */
  lines: 4000,
  /** Characters of an answer, outside fenced code and formulas, that may mean something to Markdown. */
  marks: 12_000,
  /** Formulas of one answer. */
  formulas: 1000,
  /** Characters of code that are highlighted; more of it is shown plain. */
  highlightedLength: 10_000,
  /** Opening square brackets in one paragraph: each may begin a link, and all are tried. */
  bracketsInParagraph: 500,
  /** Cells of one table: a row of one cell is filled up to as many as the head has. */
  tableCells: 5000,
  /** Characters of a short answer. */
  shortAnswerLength: 300,
  /**
   * Characters of the beginning of an answer, which a study card shows where there is no short answer. It ends at the
   * end of a sentence near this length, so it may be longer by up to two thirds.
   */
  beginningLength: 300,
  /** Ids in a row whose study cards stand in one file: what a browser loads for one card. */
  idsInCardFile: 32,
  /** Characters of one formula. */
  formulaLength: 4096,
  /** Formulas that stay set in the memory of one thread: some 10 MB. */
  keptFormulas: 2000,
  /** Rendered answers that stay in the memory of one thread of a release: a few megabytes. */
  keptAnswers: 50,
  /** Items of feeds that stay in the memory of one thread of a release: those of two feeds. */
  keptFeedItems: 100,
  /** Milliseconds that one answer may take to become a page. */
  answerMilliseconds: 2000,
  /** Megabytes that the program may use which does that. */
  answerMegabytes: 256,
} as const;
