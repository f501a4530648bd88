import { readFile } from 'node:fs/promises';

import type { Made } from './makers';

/** A copy of a file. @param path absolute */
export async function make(path: string): Promise<Made> {
  return { content: await readFile(path) };
}
