import { appendFile, cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, expect, test, vi } from 'vitest';

import { bundledInputs, codeVersion, inputsVersion } from './code-version';
import { temporaryFolder } from '@/lib/testing/temporary-folder';

const temporary = temporaryFolder();

const versionOf = async (module: string) =>
  inputsVersion(await bundledInputs(temporary.path, module), module);

const lock = (versions: Record<string, string>) =>
  JSON.stringify({
    packages: {
      'node_modules/sharp': { version: versions.sharp, dependencies: { color: '^1.0.0' } },
      'node_modules/color': { version: versions.color },
      'node_modules/other': { version: versions.other },
    },
  });

const firstLock = { sharp: '1.0.0', color: '1.0.0', other: '1.0.0' };

/** A project of a few modules: `page.ts` imports `name.ts` and a style sheet, `draw.ts` imports a package. */
beforeEach(async () => {
  await temporary.put('package.json', '{ "devDependencies": {} }');
  await temporary.put('package-lock.json', lock(firstLock));
  await temporary.put('tsconfig.json', '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }');
  await temporary.put(
    'lib/page.ts',
    "import { name } from '@/lib/name';\nimport type { Size } from './size';\nimport './page.css';\nexport const page = (size: Size) => name + size;\n",
  );
  await temporary.put('lib/name.ts', "export const name = 'One';\n");
  await temporary.put('lib/size.ts', 'export type Size = number;\n');
  await temporary.put('lib/page.css', 'a { color: red }\n');
  await temporary.put(
    'lib/draw.ts',
    "import 'node:fs';\nimport sharp from 'sharp';\nexport const draw = () => sharp();\n",
  );
});

test.each([
  ['a module that it imports', 'lib/name.ts', "export const name = 'Two';\n"],
  ['its own text', 'lib/page.ts', "import { name } from '@/lib/name';\nexport const page = () => name;\n"],
  ['a style sheet that it imports', 'lib/page.css', 'a { color: blue }\n'],
  [
    'the settings of the compiler',
    'tsconfig.json',
    '{ "compilerOptions": { "paths": { "@/*": ["./*"] }, "target": "es2020" } }',
  ],
])('the version of a module changes with %s', async (_, file, content) => {
  const before = await versionOf('lib/page.ts');
  await temporary.put(file, content);
  expect(await versionOf('lib/page.ts')).not.toBe(before);
});

test('nothing that a module does not import changes its version', async () => {
  const before = await versionOf('lib/page.ts');
  await temporary.put('lib/draw.ts', '// Another comment.\n');
  await temporary.put('lib/new.ts', 'export const more = 1;\n');
  await temporary.put('lib/size.ts', '// A type is no code.\nexport type Size = number;\n');
  await temporary.put('package-lock.json', lock({ ...firstLock, sharp: '2.0.0' }));
  expect(await versionOf('lib/page.ts')).toBe(before);
});

test('a package that is not bundled counts with what it depends on', async () => {
  const versions = new Set<string>();
  for (const change of [{}, { other: '2.0.0' }, { sharp: '2.0.0' }, { color: '2.0.0' }]) {
    await temporary.put('package-lock.json', lock({ ...firstLock, ...change }));
    versions.add(await versionOf('lib/draw.ts'));
  }
  // `other` changes nothing.
  expect(versions.size).toBe(3);
});

test('the inputs of many modules give the version of each', async () => {
  await temporary.put('lib/all.ts', "export * from './page';\nexport * from './draw';\n");
  const all = await bundledInputs(temporary.path, 'lib/all.ts');
  for (const module of ['lib/page.ts', 'lib/draw.ts']) {
    expect(inputsVersion(all, module)).toBe(await versionOf(module));
  }
});

test('a process that goes on sees that its code has changed', async () => {
  vi.spyOn(process, 'cwd').mockReturnValue(temporary.path);
  const before = await codeVersion('lib/page.ts');
  expect(await codeVersion('lib/page.ts')).toBe(before);
  await temporary.put('lib/name.ts', "export const name = 'Two';\n");
  expect(await codeVersion('lib/page.ts')).not.toBe(before);
  await temporary.put('lib/name.ts', "export const name = 'One';\n");
  expect(await codeVersion('lib/page.ts')).toBe(before);
  vi.restoreAllMocks();
});

test('a module that is not there is an error', async () => {
  await expect(codeVersion('lib/none.ts')).rejects.toThrow('lib/none.ts');
});

test('several modules have a version of their own', async () => {
  const [one, other] = ['lib/source/article.ts', 'lib/site.ts'] as const;
  const both = await codeVersion(one, other);
  expect(both).not.toBe(await codeVersion(one));
  expect(both).toBe(await codeVersion(one, other));
});

test("what is found in files depends on the site's name, not on comments of other code", async () => {
  const project = join(temporary.path, 'project');
  await mkdir(project);
  for (const name of ['lib', 'public', 'package.json', 'package-lock.json', 'tsconfig.json']) {
    await cp(name, join(project, name), { recursive: true });
  }
  await symlink(join(process.cwd(), 'node_modules'), join(project, 'node_modules'));
  const examined = async () => {
    const module = 'lib/edit/worker.ts';
    return inputsVersion(await bundledInputs(project, module), module);
  };
  const before = await examined();
  await appendFile(join(project, 'lib/deploy/nginx.ts'), '// Another comment.\n');
  expect(await examined()).toBe(before);
  const file = join(project, 'lib/site.ts');
  const text = await readFile(file, 'utf8');
  const named = text.replace("name: 'QuickTakes'", "name: 'OtherName'");
  expect(named).not.toBe(text);
  await writeFile(file, named);
  expect(await examined()).not.toBe(before);
  await rm(project, { recursive: true });
}, 120_000);
