import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { replaceFile } from '@/lib/files/replace-file';
import { parseJson } from '@/lib/parse-json';
import { unlessMissing } from '@/lib/system-error';

/**
 * Returns data that depends on nothing but the code and its packages. Computes it once for each version of the
 * compiled commands, and stores it beside them. Computes it every time if the code runs uncompiled.
 *
 * @param name the name of the data, unique within the project
 * @param compute returns plain data
 */
export async function computedOnce<Data>(name: string, compute: () => Promise<Data>): Promise<Data> {
  // `scripts/compile.mjs` replaces this expression with the folder of the compiled commands.
  const folder = process.env.COMMANDS_FOLDER;
  if (folder === undefined) return compute();
  const path = join(/* turbopackIgnore: true */ folder, `${name}.json`);
  const text = await unlessMissing(readFile(path, 'utf8'));
  // The file was written by this version of the code.
  const known = text === undefined ? undefined : (parseJson(text) as Data | undefined);
  if (known !== undefined) return known;
  const data = await compute();
  replaceFile(path, JSON.stringify(data));
  return data;
}
