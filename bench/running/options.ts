import { parseOptions } from '@/lib/parse-options';

import { UserError } from '@/lib/user-error';
import type { Library } from '../library/questions';

/** Libraries with at least this number of questions have a git history by default. */
const largeLibrary = 50_000;
const commitsOfLarge = 3000;

/** The arguments of the bench. */
export interface BenchOptions {
  /** Names of the tables to print; empty for all. */
  names: readonly string[];
  /** Folder for projects, libraries and sites. Removed at the end. */
  folder: string;
  /** Runs of which the median is shown. */
  runs: number;
  /** The libraries to measure: from the arguments, or with the given default sizes. */
  libraries: (sizes: readonly number[]) => Library[];
  /** Whether a row or step is selected, by its name. */
  wants: (kind: 'rows' | 'steps', name: string) => boolean;
}

/** Parses the arguments of the bench. @throws UserError for an argument that is not a number */
export function readOptions(folder: string): BenchOptions {
  const { values, positionals } = parseOptions({
    allowPositionals: true,
    options: {
      sizes: { type: 'string' },
      rows: { type: 'string' },
      steps: { type: 'string' },
      runs: { type: 'string', default: '3' },
      commits: { type: 'string' },
      alike: { type: 'string', default: '1' },
    },
  });
  const given = values.sizes?.split(',').map((size) => readNumber('sizes', size));
  const commits = values.commits === undefined ? undefined : readNumber('commits', values.commits);
  const alike = readNumber('alike', values.alike);
  return {
    names: positionals,
    folder,
    runs: Math.max(1, readNumber('runs', values.runs)),
    libraries: (sizes) =>
      (given ?? sizes).map((count) => ({
        count,
        commits: commits ?? (count < largeLibrary ? 0 : commitsOfLarge),
        alike,
      })),
    wants: (kind, name) => values[kind]?.split(',').includes(name) ?? true,
  };
}

function readNumber(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new UserError(`--${name} must be whole numbers, found "${text}".`);
  return Number(text);
}
