/**
 * All limits of content. Real articles stay far below them. Anything above is a mistake or an attack; it is
 * reported as a problem and cannot slow down or stop a build.
 */
export const limits = {
  /** Bytes of one content file. */
  fileBytes: 64 * 1024,
  /** Nesting levels of front matter. */
  frontMatterDepth: 5,
  /** Lines of front matter. */
  frontMatterLines: 2000,
  /** YAML tokens of front matter: values, indicators and the space between them. */
  frontMatterTokens: 5000,
  /** Keys of front matter, including nested ones. */
  frontMatterKeys: 200,
  /** The highest id of a question: the maximum of a signed 32-bit integer. */
  id: 2 ** 31 - 1,
  /** Subjects of a library. */
  subjects: 4000,
  /** Bytes of `subjects.yaml` and of `redirects.yaml`, enough for tens of thousands of lines each. */
  listFileBytes: 4 * 1024 * 1024,
  /** Characters of a text in front matter other than the answer. */
  textLength: 1000,
  /** Keywords of one question. */
  keywords: 100,
  /** Problems of one file that are reported individually. */
  problemsOfFile: 100,
  /**
   * Characters of a slug. The file name with its extension must fit into the 255 bytes of common file
   * systems.
   */
  slugLength: 200,
  /** Nesting levels of block quotes and lists in an answer. */
  blockDepth: 20,
  /** Lines of an answer. */
  lines: 4000,
  /** Characters of an answer, outside fenced code and formulas, that may be Markdown syntax. */
  marks: 12_000,
  /** Formulas of one answer. */
  formulas: 1000,
  /** Characters of a code block that is highlighted. Longer code is shown plain. */
  highlightedLength: 10_000,
  /** Opening square brackets in one paragraph. The parser tries each as the beginning of a link. */
  bracketsInParagraph: 500,
  /** Cells of one table. Short rows are filled up to the length of the head row. */
  tableCells: 5000,
  /** Characters of a short answer. */
  shortAnswerLength: 300,
  /**
   * Characters of the beginning of an answer, which a study card shows if there is no short answer. The
   * beginning ends at the end of a sentence, so it may be up to two thirds longer.
   */
  beginningLength: 300,
  /** Consecutive ids whose study cards are in one file, which a browser loads for one card. */
  idsInCardFile: 32,
  /**
   * Characters of one formula. Of about 90 kinds of hostile formulas of this length, nested `\qty(` took longest:
   * 1.0 s of processor time. All others took at most 0.4 s, except those that define commands to repeat text:
   * 3.4 s. `answerMilliseconds` ends these.
   */
  formulaLength: 4096,
  /**
   * Elements and texts in the MathML of one formula: about twice as many as a formula of the maximum length has
   * without definitions, which can repeat text.
   */
  formulaNodes: 20_000,
  /** Converted formulas that one thread keeps in memory, about 10 MB. */
  keptFormulas: 2000,
  /** Rendered answers that one release thread keeps in memory, a few megabytes. */
  keptAnswers: 50,
  /** Selections of style rules that one release thread keeps in memory for each style sheet. */
  keptRules: 200,
  /** Feed items that one release thread keeps in memory: those of two feeds. */
  keptFeedItems: 100,
  /** Milliseconds of processor time for parsing and rendering one answer. */
  answerMilliseconds: 2000,
  /** Megabytes of memory for the process that parses and renders. */
  answerMegabytes: 256,
} as const;
