import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import subsetFont from 'subset-font';

/** A font that has some of another one's characters. */
export interface FontRequest {
  /** The file of the other. */
  whole: string;
  file: string;
  characters: string;
}

export default async function makeFont({ whole, file, characters }: FontRequest): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, await subsetFont(await readFile(whole), characters, { targetFormat: 'woff2' }));
  await rename(draft, file);
}
