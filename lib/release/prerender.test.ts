import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { compileSite, isCompiled } from './prerender';

const temporary = temporaryFolder();

const manifest = 'app-path-routes-manifest.json';
const route = '/(documents)/learn/page';

let next: ChildProcess | undefined;

beforeEach(() => putCompilation([]));

afterEach(async () => {
  if (!next) return;
  next.kill();
  await once(next, 'exit');
  next = undefined;
});

/** What Next.js leaves behind when it has compiled one document, with the client components that it uses. */
async function putCompilation(clientModules: readonly string[]): Promise<void> {
  await temporary.put(manifest, JSON.stringify({ [route]: '/learn' }));
  const modules = Object.fromEntries(clientModules.map((module) => [module, {}]));
  const script = `globalThis.__RSC_MANIFEST = {}; globalThis.__RSC_MANIFEST[${JSON.stringify(route)}] = ${JSON.stringify({ clientModules: modules })};`;
  await temporary.put(`server/app${route}_client-reference-manifest.js`, script);
}

/** A process that empties and writes a manifest again and again, as Next.js does once when it begins to make pages. */
async function beginToWrite(): Promise<void> {
  const code = `
    const { writeFileSync, truncateSync } = require('node:fs');
    const path = ${JSON.stringify(join(temporary.path, manifest))};
    process.stdout.write('begun');
    for (;;) {
      truncateSync(path);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
      writeFileSync(path, ${JSON.stringify(JSON.stringify({ [route]: '/learn' }))});
    }`;
  next = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (next.stdout) await once(next.stdout, 'data');
}

test('a site that is compiled is not looked at again: Next.js may be writing there', async () => {
  await compileSite('a', temporary.path, () => Promise.resolve());
  await beginToWrite();
  for (let time = 0; time < 50; time += 1) {
    await compileSite('a', temporary.path, () => Promise.reject(new Error('compiled twice')));
  }
});

test('a document that uses a client component is refused, and the compilation does not count', async () => {
  await putCompilation(['[project]/components/clock.tsx']);
  const compiled = compileSite('a', temporary.path, () => Promise.resolve());
  await expect(compiled).rejects.toThrow('app/(documents)/learn/page.tsx uses components/clock.tsx');
  expect(await isCompiled('a', temporary.path)).toBe(false);
  await putCompilation([]);
  let count = 0;
  await compileSite('a', temporary.path, () => Promise.resolve(void (count += 1)));
  expect(count).toBe(1);
  expect(await readFile(join(temporary.path, 'compiled'), 'utf8')).toBe('a');
});
