import { gunzip, gzip } from './compressed-file';

/** The number of questions that contain a word. */
export interface QuestionCounts {
  word: string;
  inQuestions: number;
  /** The number of questions with the word in title or keywords. */
  inTitles: number;
}

/** The words of an index with their counts. Needed to update the index, but not in browsers. */
export class Vocabulary {
  /** All words of the questions, sorted. */
  readonly counts: readonly QuestionCounts[];

  private constructor(counts: readonly QuestionCounts[]) {
    this.counts = counts;
  }

  static empty(): Vocabulary {
    return new Vocabulary([]);
  }

  /** The inverse of {@link write}; undefined for another version. */
  static async read(bytes: Uint8Array, version: string): Promise<Vocabulary | undefined> {
    const [first, ...lines] = (await gunzip(bytes)).toString().split('\n');
    if (first !== version) return undefined;
    const counts = lines.map((line) => {
      const [word = '', inQuestions, inTitles] = line.split(' ');
      return { word, inQuestions: Number(inQuestions), inTitles: Number(inTitles) };
    });
    return new Vocabulary(counts);
  }

  write(version: string): Promise<Uint8Array> {
    const lines = this.counts.map(({ word, inQuestions, inTitles }) => `${word} ${inQuestions} ${inTitles}`);
    return gzip([version, ...lines].join('\n'));
  }

  /** The vocabulary with changed counts. @param changes each word once; negative numbers reduce a count */
  with(changes: Iterable<QuestionCounts>): Vocabulary {
    const sorted = [...changes].sort((a, b) => (a.word < b.word ? -1 : 1));
    const counts: QuestionCounts[] = [];
    let index = 0;
    for (const change of sorted) {
      let old = this.counts[index];
      for (; old && old.word < change.word; old = this.counts[(index += 1)]) counts.push(old);
      const { word, inQuestions, inTitles } =
        old?.word === change.word ? old : { ...change, inQuestions: 0, inTitles: 0 };
      if (old?.word === change.word) index += 1;
      const next = {
        word,
        inQuestions: inQuestions + change.inQuestions,
        inTitles: inTitles + change.inTitles,
      };
      if (next.inQuestions > 0) counts.push(next);
    }
    for (const old of this.counts.slice(index)) counts.push(old);
    return new Vocabulary(counts);
  }
}
