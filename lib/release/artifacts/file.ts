import { readFile } from 'node:fs/promises';

import type { Made } from './makers';

/** A file that is published as it is, or a text that is computed for its key anyway. */
export async function make(source: { file: string } | { text: string }): Promise<Made> {
  return { content: 'text' in source ? source.text : await readFile(source.file) };
}
