import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
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

/** Outputs that are made at a time: enough to keep every core busy while others are written. */
const outputsAhead = 2 * availableParallelism();

/**
 * Writes outputs below the folder of a release, in no order.
 *
 * @throws Error naming the first output that could not be made or written; no more are begun then
 */
export async function writeOutputs(releaseFolder: string, outputs: Iterable<Output>): Promise<void> {
  const waiting = outputs[Symbol.iterator]();
  let isFailed = false;
  const work = async () => {
    for (let next = waiting.next(); !next.done && !isFailed; next = waiting.next()) {
      try {
        await writeOutput(releaseFolder, next.value);
      } catch (error) {
        isFailed = true;
        throw new Error(`${next.value.path} could not be made`, { cause: error });
      }
    }
  };
  const results = await Promise.allSettled(Array.from({ length: outputsAhead }, work));
  const failure = results.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
}

async function writeOutput(releaseFolder: string, { path, make }: Output): Promise<void> {
  const target = join(releaseFolder, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, await make());
}
