import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import { isUnchanged } from '@/lib/answer/image-file';
import { codeVersion } from '@/lib/cache/code-version';
import { hashText } from '@/lib/cache/hash-text';
import { replaceFile } from '@/lib/files/replace-file';
import { isSystemError } from '@/lib/system-error';
import { versionFolder } from '@/lib/cache/version-folder';
import type { Examination } from './examine';
import { readExaminations, writeExaminations, type ExaminedFiles } from './stored-examinations';

/** A change of one file causes one segment to be rewritten. */
const segmentCount = 64;

/** Stores the examinations of a content folder's files between commands. */
export class ExaminationCache {
  readonly #folder: string;
  readonly #segments: readonly ExaminedFiles[];
  readonly #changed = new Set<number>();

  private constructor(folder: string, segments: readonly ExaminedFiles[]) {
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
    const segments: ExaminedFiles[] = [];
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
    const stored = this.#segments.reduce((sum, { size }) => sum + size, 0);
    // As long as no file was removed, finding removed ones would take time without use.
    if (stored > paths.length) this.#removeOthers(new Set(paths));
    for (const number of this.#changed) {
      const segment = this.#segments[number];
      if (segment) replaceFile(segmentFile(this.#folder, number), writeExaminations(segment));
    }
  }

  #removeOthers(present: ReadonlySet<string>): void {
    this.#segments.forEach((segment, number) => {
      for (const path of segment.keys()) {
        if (present.has(path)) continue;
        segment.delete(path);
        this.#changed.add(number);
      }
    });
  }
}

function segmentFile(folder: string, number: number): string {
  return join(folder, String(number));
}

function readSegment(path: string): ExaminedFiles {
  try {
    return readExaminations(path);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return new Map();
    throw error;
  }
}

function segmentOf(path: string): number {
  return hashText(path) % segmentCount;
}
