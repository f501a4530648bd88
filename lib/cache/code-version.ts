import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { inputsFile, nodeBundle, readInputs, type CodeInputs } from './code-inputs.mjs';
import { stampOf } from '@/lib/files/file-stamp.mjs';

/**
 * The contents of {@link inputsFile}: inputs of modules that run in Node.js, and of modules that run in
 * browsers.
 */
type RecordedInputs = readonly CodeInputs[];

/**
 * A hash of the code of some modules: their contents, the contents of everything they import, and the
 * versions of packages that are not bundled. It changes if and only if one of these changes.
 *
 * A thread's module is named by its path, not imported. Therefore callers that store results of a thread must
 * pass the thread's module. Environment variables and files that are read at run time are not part of the
 * hash.
 *
 * @param modules paths within the project, such as `lib/edit/worker.ts`
 * @throws Error if there is no such module, or if it cannot be bundled
 */
export async function codeVersion(...modules: readonly [string, ...string[]]): Promise<string> {
  const versions = await Promise.all(modules.map(versionOfModule));
  return versions.length === 1 ? versions.join() : hashOf(versions.join(' '));
}

async function versionOfModule(module: string): Promise<string> {
  const inputs = (await recordedInputs()).find(({ files }) => files[module]);
  return inputs ? inputsVersion(inputs, module) : bundledVersion(module);
}

let recorded: Promise<RecordedInputs> | undefined;

/** Undefined if the code runs uncompiled, for example in tests. */
function recordedInputs(): Promise<RecordedInputs> {
  const folder = process.env.COMMANDS_FOLDER;
  recorded ??=
    folder === undefined
      ? Promise.resolve([])
      : // Written by `scripts/compile.mjs` with the same version of this code.
        readFile(join(/* turbopackIgnore: true */ folder, inputsFile), 'utf8').then(
          (text) => JSON.parse(text) as RecordedInputs,
        );
  return recorded;
}

const bundled = new Map<string, { version: string; stamps: ReadonlyMap<string, string> }>();

/** The current version of a module. In a process that runs for hours, the code may change. */
async function bundledVersion(module: string): Promise<string> {
  const known = bundled.get(module);
  if (known && [...known.stamps].every(([file, stamp]) => stampOf(file) === stamp)) return known.version;
  const project = /* turbopackIgnore: true */ process.cwd();
  const { options, metafile } = await bundle(project, module);
  const files = [...Object.keys(metafile.inputs), 'package-lock.json', 'tsconfig.json'];
  // Stamps are taken before the files are read, so that a change in between is noticed.
  const stamps = new Map(files.map((file) => join(project, file)).map((file) => [file, stampOf(file)]));
  const version = inputsVersion(readInputs(project, options, metafile), module);
  bundled.set(module, { version, stamps });
  return version;
}

/**
 * Determines the current inputs of a module with the bundler.
 *
 * @throws Error if the module cannot be bundled
 */
export async function bundledInputs(projectFolder: string, module: string): Promise<CodeInputs> {
  const { options, metafile } = await bundle(projectFolder, module);
  return readInputs(projectFolder, options, metafile);
}

async function bundle(projectFolder: string, module: string) {
  const options = nodeBundle(projectFolder);
  const { buildSync } = await import('esbuild');
  const { metafile } = buildSync({
    ...options,
    entryPoints: [join(projectFolder, module)],
    outdir: projectFolder,
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  return { options, metafile };
}

/**
 * The version of a module among known inputs, as returned by {@link codeVersion}.
 *
 * @throws Error if the inputs do not contain the module
 */
export function inputsVersion({ settings, files, packages }: CodeInputs, module: string): string {
  const found = new Set([module]);
  const used = new Set<string>();
  // The loop also visits items that are added to the set during the iteration.
  for (const path of found) {
    const file = files[path];
    if (!file) throw new Error(`The bundler knows no module ${path}.`);
    for (const imported of file.files) found.add(imported);
    for (const name of file.packages) used.add(name);
  }
  return hashOf(
    JSON.stringify([
      settings,
      [...found].sort().map((path) => [path, files[path]?.hash]),
      [...used].sort().map((name) => [name, packages[name]]),
    ]),
  );
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
