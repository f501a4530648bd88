import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import { isUnchanged } from '@/lib/answer/image-file';
import { codeVersion } from '@/lib/cache/code-version';
import { hashText } from '@/lib/cache/hash-text';
import { replaceFile } from '@/lib/files/replace-file';
import { parseJson } from '@/lib/parse-json';
import { isSystemError } from '@/lib/system-error';
import { versionFolder } from '@/lib/cache/version-folder';
import type { Examination } from './examine';

/** The examinations of some of the files, by path. */
type Segment = Map<string, { stamp: string; examination: Examination }>;

/** A change of one file causes one segment to be rewritten. */
const segmentCount = 64;

/** Stores the examinations of a content folder's files between commands. */
export class ExaminationCache {
  readonly #folder: string;
  readonly #segments: readonly Segment[];
  readonly #changed = new Set<number>();

  private constructor(folder: string, segments: readonly Segment[]) {
    this.#folder = folder;
    this.#segments = segments;
  }

  /** Opens the cache of the current version of the code. A damaged segment counts as empty. */
  static async open(projectFolder: string, contentFolder: string): Promise<ExaminationCache> {
    const version = await codeVersion('lib/edit/worker.ts', 'lib/edit/examination-cache.ts');
    // Problems contain paths relative to the working directory.
    const place = createHash('sha256')
      .update(`${contentFolder}\n${process.cwd()}`)
      .digest('hex')
      .slice(0, 16);
    const folder = await versionFolder(join(projectFolder, '.cache/check'), version, place);
    const segments: Segment[] = [];
    // One after the other: reading all at once would need memory for all texts in addition to their contents.
    for (let number = 0; number < segmentCount; number += 1) {
      segments.push(readSegment(segmentFile(folder, number)));
      // Synchronous reading is faster. Other tasks run in between.
      await setImmediate();
    }
    return new ExaminationCache(folder, segments);
  }

  /** The examination of a file; undefined if the file or an image that it shows has changed since then. */
  get(path: string, stamp: string): Examination | undefined {
    const stored = this.#segments[segmentOf(path)]?.get(path);
    if (stored?.stamp !== stamp || !stored.examination.images.every(isUnchanged)) return undefined;
    return stored.examination;
  }

  set(path: string, stamp: string, examination: Examination): void {
    const number = segmentOf(path);
    this.#segments[number]?.set(path, { stamp, examination });
    this.#changed.add(number);
  }

  /** Stores the examinations of these files for the next command. */
  save(paths: readonly string[]): void {
    const present = new Set(paths);
    this.#segments.forEach((segment, number) => {
      for (const path of segment.keys()) {
        if (present.has(path)) continue;
        segment.delete(path);
        this.#changed.add(number);
      }
    });
    for (const number of this.#changed) {
      const segment = this.#segments[number];
      if (segment) replaceFile(segmentFile(this.#folder, number), writeSegment(segment));
    }
  }
}

/** A segment as it is stored. */
interface StoredSegment {
  files: [path: string, stamp: string, examination: Omit<Examination, keyof Compared>][];
  /**
   * For each file, its signature, a comma, its hash and a semicolon. One string, because a library has 40 MB
   * of them and most commands need none.
   */
  compared: string;
}

/** What only the comparison of all answers needs. Both are hexadecimal. */
type Compared = Pick<Examination, 'signature' | 'answerHash'>;

function writeSegment(segment: Segment): string {
  const stored: StoredSegment = { files: [], compared: '' };
  for (const [path, { stamp, examination }] of segment) {
    const { signature, answerHash, ...rest } = examination;
    stored.files.push([path, stamp, rest]);
    stored.compared += `${signature},${answerHash};`;
  }
  return JSON.stringify(stored);
}

function segmentFile(folder: string, number: number): string {
  return join(folder, `${number}.json`);
}

function readSegment(path: string): Segment {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return new Map();
    throw error;
  }
  const stored = parseJson(text);
  if (typeof stored !== 'object' || stored === null || !('files' in stored)) return new Map();
  // The file was written by this version of the code: each version has its own folder.
  const { files, compared } = stored as StoredSegment;
  let start = 0;
  return new Map(
    files.map(([path, stamp, rest]) => {
      const middle = compared.indexOf(',', start);
      const end = compared.indexOf(';', middle);
      // A copy of each examination would take as long as parsing it.
      const examination: Examination = Object.assign(rest, {
        signature: compared.slice(start, middle),
        answerHash: compared.slice(middle + 1, end),
      });
      start = end + 1;
      return [path, { stamp, examination }];
    }),
  );
}

function segmentOf(path: string): number {
  return hashText(path) % segmentCount;
}
