import { gunzip, gzip } from './files';

/** The number of questions that contain a word. */
export interface WordCount {
  word: string;
  questions: number;
  /** The number of questions with the word in title or keywords. */
  names: number;
}

/** The words of an index with their counts. Needed to update the index, but not in browsers. */
export class Vocabulary {
  /** All words of the questions, sorted. */
  readonly counts: readonly WordCount[];

  private constructor(counts: readonly WordCount[]) {
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
      const [word = '', questions, names] = line.split(' ');
      return { word, questions: Number(questions), names: Number(names) };
    });
    return new Vocabulary(counts);
  }

  write(version: string): Promise<Uint8Array> {
    const lines = this.counts.map(({ word, questions, names }) => `${word} ${questions} ${names}`);
    return gzip([version, ...lines].join('\n'));
  }

  /** The vocabulary with changed counts. @param changes each word once; negative numbers reduce a count */
  with(changes: Iterable<WordCount>): Vocabulary {
    const sorted = [...changes].sort((a, b) => (a.word < b.word ? -1 : 1));
    const counts: WordCount[] = [];
    let place = 0;
    for (const change of sorted) {
      let old = this.counts[place];
      for (; old && old.word < change.word; old = this.counts[(place += 1)]) counts.push(old);
      const { word, questions, names } =
        old?.word === change.word ? old : { ...change, questions: 0, names: 0 };
      if (old?.word === change.word) place += 1;
      const next = { word, questions: questions + change.questions, names: names + change.names };
      if (next.questions > 0) counts.push(next);
    }
    for (const old of this.counts.slice(place)) counts.push(old);
    return new Vocabulary(counts);
  }
}
