import { readFile } from 'node:fs/promises';

import type { Made } from './makers';

/** A file that is published unchanged, or a text that was computed for its key. */
export async function make(source: { file: string } | { text: string }): Promise<Made> {
  return { content: 'text' in source ? source.text : await readFile(source.file) };
}
