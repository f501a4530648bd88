import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { compressedOutputs, isCompressed } from './compressed';
import { writeOutputs } from './output';

const temporary = temporaryFolder();

const long = '<p>Air scatters the short waves of blue light more than the long ones of red.</p>\n'.repeat(20);

test('texts that are worth it are compressed both ways, and come back as they were', async () => {
  await temporary.put('learn/law.html', long);
  const outputs = await compressedOutputs(
    temporary.path,
    Object.entries({
      'learn/law.html': { key: 'law', size: long.length },
      'learn/short.html': { key: 'short', size: 1023 },
      'site.png': { key: 'picture', size: 5000 },
      'search-index/words/a.bin': { key: '', size: 5000 },
      'redirects.map': { key: 'map', size: 5000 },
    }),
  );
  expect(outputs.map(({ path }) => path)).toEqual(['learn/law.html.br', 'learn/law.html.gz']);
  await writeOutputs(temporary.path, outputs);
  const br = await readFile(join(temporary.path, 'learn/law.html.br'));
  const gz = await readFile(join(temporary.path, 'learn/law.html.gz'));
  expect(brotliDecompressSync(br).toString()).toBe(long);
  expect(gunzipSync(gz).toString()).toBe(long);
  // A time or a name within would make two releases of the same files differ.
  expect(await Promise.all(outputs.map(async ({ make }) => make()))).toEqual([br, gz]);
});

test('a compressed file has a key of its own, that of what it is made of, or of its bytes', async () => {
  const keysOf = async (key: string) => {
    const outputs = await compressedOutputs(
      temporary.path,
      Object.entries({ 'contents.json': { key, size: long.length } }),
    );
    return outputs.map((output) => output.key);
  };
  await temporary.put('contents.json', long);
  const [first, known] = [await keysOf(''), await keysOf('known')];
  await temporary.put('contents.json', long.replace('blue', 'pale'));
  expect(await keysOf('known')).toEqual(known);
  const second = await keysOf('');
  expect(new Set([...first, ...second, ...known, 'known', '']).size).toBe(8);
});

test('only compressed files have no address', () => {
  expect(['learn.html.br', 'learn.md.gz'].every(isCompressed)).toBe(true);
  expect(['learn.html', 'search-index/words/a.bin', 'learn/gz.html'].some(isCompressed)).toBe(false);
});
