import { hash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import pMap from 'p-map';

import { UserError } from '@/lib/user-error';
import { writeNew } from './write-new';

/** A file of a release that our own code makes. */
export interface Output {
  /** Where it lies within the release, with `/` between the parts. */
  path: string;
  /** Stands for everything that its bytes are made of: outputs of one key have the same bytes. */
  key: string;
  /** Of what shows one question: its subject, and what changes whenever the key does and that of the subject does not. */
  of?: { subject: string; stamp: string };
  make: () => Promise<string | Uint8Array> | string | Uint8Array;
}

/** A key for what is made of these values, which must survive `JSON.stringify`. */
export function keyOf(...values: unknown[]): string {
  return hash('sha256', JSON.stringify(values)).slice(0, 32);
}

/** Outputs that are made at a time: enough to keep every core busy while others are written. */
const outputsAhead = 2 * availableParallelism();

/**
 * Writes outputs below the folder of a release, in no order.
 *
 * @param onWritten is told of each, with its size in bytes
 * @throws Error naming the first output that could not be made or written; no more are begun then
 */
export async function writeOutputs(
  releaseFolder: string,
  outputs: Iterable<Output>,
  onWritten: (output: Output, size: number) => void = () => undefined,
): Promise<void> {
  const write = async (output: Output) => {
    const { path, make } = output;
    try {
      const bytes = Buffer.from(await make());
      writeNew(join(releaseFolder, path), bytes);
      onWritten(output, bytes.length);
    } catch (error) {
      if (error instanceof UserError) throw error;
      throw new Error(`${path} could not be made`, { cause: error });
    }
  };
  await pMap(outputs, write, { concurrency: outputsAhead });
}
