import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

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

/** Writes outputs below the folder of a release. */
export async function writeOutputs(releaseFolder: string, outputs: Iterable<Output>): Promise<void> {
  for (const { path, make } of outputs) {
    const target = join(releaseFolder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, await make());
  }
}
