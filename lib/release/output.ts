import { createHash } from 'node:crypto';
import { join } from 'node:path';

import { writeNew } from './write-new';

/** A file of a release that our own code makes. */
export interface Output {
  /** Where it lies within the release, with `/` between the parts. */
  path: string;
  /** Stands for everything that its bytes are made of: outputs of one key have the same bytes. */
  key: string;
  make: () => Promise<string | Uint8Array> | string | Uint8Array;
}

/** A key for what is made of these values, which must survive `JSON.stringify`. */
export function keyOf(...values: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 32);
}

/** Writes an output below the folder of a release. @returns its size in bytes */
export async function writeOutput(releaseFolder: string, { path, make }: Output): Promise<number> {
  const bytes = Buffer.from(await make());
  writeNew(join(releaseFolder, path), bytes);
  return bytes.length;
}
