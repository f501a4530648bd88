import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, expect, test } from 'vitest';

import { compileCommands, compilePreview } from '@/scripts/compile.mjs';
import type { CodeInputs } from '@/lib/cache/code-inputs.mjs';
import { temporaryFolder } from '@/lib/testing/temporary-folder';

const temporary = temporaryFolder();

const compile = () => compileCommands(temporary.path);

/** A project of one command, one thread and one script of pages. */
beforeEach(async () => {
  await temporary.put('package.json', '{ "devDependencies": {} }');
  await temporary.put('package-lock.json', '{ "packages": {} }');
  await temporary.put('tsconfig.json', '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }');
  await temporary.put(
    'scripts/show.ts',
    "import { words } from '@/public/scripts/words.js';\nimport data from '@/lib/data.json';\nconsole.log(words, data);\n",
  );
  await temporary.put('lib/data.json', '["a"]');
  await temporary.put('lib/show-worker.ts', 'console.log(1);\n');
  await temporary.put('public/scripts/words.js', "export const words = ['a'];\n");
  for (const name of ['app/a.ts', 'bench/a.ts', 'components/apps/show/client.ts', 'e2e/a.ts'])
    await temporary.put(name, 'export {};\n');
});

test.each([
  ['a script of pages that a command imports', 'public/scripts/words.js', "export const words = ['b'];\n"],
  ['a file that is no code', 'lib/data.json', '["b"]'],
  ['the lockfile', 'package-lock.json', '{ "packages": { "node_modules/a": { "version": "1.0.0" } } }'],
])('commands are compiled again after a change of %s', async (_, file, content) => {
  const before = await compile();
  expect(await compile()).toBe(before);
  await temporary.put(file, content);
  const after = await compile();
  expect(after).not.toBe(before);
  expect(await readFile(join(after, 'scripts/show.mjs'), 'utf8')).toContain('console.log(words');
});

test('a compilation leaves the environment of later programs as it is', async () => {
  const before = { ...process.env };
  await compile();
  expect(process.env).toEqual(before);
});

test('a link among the sources is followed', async () => {
  await temporary.put('elsewhere/more.txt', 'a');
  await symlink(join(temporary.path, 'elsewhere/more.txt'), join(temporary.path, 'lib/more.txt'));
  const before = await compile();
  await temporary.put('elsewhere/more.txt', 'b');
  expect(await compile()).not.toBe(before);
});

test('code from a folder whose changes would not be seen is an error', async () => {
  await temporary.put('other/code.ts', 'export const code = 1;\n');
  await temporary.put('scripts/show.ts', "import { code } from '@/other/code';\nconsole.log(code);\n");
  await expect(compile()).rejects.toThrow('other/code.ts');
});

test('what commands and scripts of pages are made of is recorded', async () => {
  const recorded: unknown = JSON.parse(await readFile(join(await compile(), 'inputs.json'), 'utf8'));
  expect(recorded).toMatchObject([
    {
      files: {
        'scripts/show.ts': { files: ['public/scripts/words.js', 'lib/data.json'], packages: [] },
        'lib/show-worker.ts': { files: [] },
      },
    },
    { files: { 'components/apps/show/client.ts': {}, 'public/scripts/words.js': {} } },
  ]);
});

test('threads of the live preview are compiled alone, and have the same version', async () => {
  await temporary.put('lib/preview/worker.ts', "import data from '@/lib/data.json';\nconsole.log(data);\n");
  for (const folder of ['answer', 'edit']) await temporary.put(`lib/${folder}/worker.ts`, 'export {};\n');
  const [commands, preview] = [await compile(), await compilePreview(temporary.path)];
  const inputsOf = async (folder: string) =>
    (JSON.parse(await readFile(join(folder, 'inputs.json'), 'utf8')) as [CodeInputs])[0];
  const [all, own] = [await inputsOf(commands), await inputsOf(preview)];
  expect(Object.keys(own.files).sort()).toEqual([
    'lib/answer/worker.ts',
    'lib/data.json',
    'lib/edit/worker.ts',
    'lib/preview/worker.ts',
  ]);
  expect(all).toMatchObject(own);
});
