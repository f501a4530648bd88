import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import subsetFont from 'subset-font';

import { serve } from '@/lib/threads/serve';

/** A font that has some of another one's characters. */
export interface FontRequest {
  /** The file of the other. */
  whole: string;
  file: string;
  characters: string;
}

serve(async ({ whole, file, characters }: FontRequest): Promise<object> => {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, await subsetFont(await readFile(whole), characters, { targetFormat: 'woff2' }));
  await rename(draft, file);
  return {};
});
