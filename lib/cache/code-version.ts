import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { nodeBundle, readInputs, type CodeInputs } from './code-inputs.mjs';
import { stampOf } from '@/lib/files/file-stamp.mjs';

/** Where `scripts/compile.mjs` records what commands and browser scripts are made of, below the compiled commands. */
export const inputsFile = 'inputs.json';

/** What that file holds: the inputs of what runs in Node.js, and of what runs in browsers. */
type RecordedInputs = readonly CodeInputs[];

/**
 * A hash of all code that some modules consist of: their own content, that of everything they import, and the versions
 * of packages that are not bundled. It changes when one of these changes, and never for another reason.
 *
 * A thread's module is named by its path, not imported: whoever keeps what a thread makes names that module here.
 * Neither are values that come from elsewhere part of it, such as environment variables or files that are read.
 *
 * @param modules paths within the project, such as `lib/edit/worker.ts`
 * @throws Error when there is no such module, or it cannot be bundled
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

/** None for code that runs as it is, in tests for example. */
function recordedInputs(): Promise<RecordedInputs> {
  const folder = process.env.COMMANDS_FOLDER;
  recorded ??=
    folder === undefined
      ? Promise.resolve([])
      : // Written by `scripts/compile.mjs` with this very code.
        readFile(join(/* turbopackIgnore: true */ folder, inputsFile), 'utf8').then(
          (text) => JSON.parse(text) as RecordedInputs,
        );
  return recorded;
}

/** All files of the project that this program was compiled from, as paths within it; none for code that runs as it is. */
export async function compiledFiles(): Promise<ReadonlySet<string>> {
  return new Set((await recordedInputs()).flatMap(({ files }) => Object.keys(files)));
}

const bundled = new Map<string, { version: string; stamps: ReadonlyMap<string, string> }>();

/** The version of a module as it is now: in a process that goes on for hours, its code may change. */
async function bundledVersion(module: string): Promise<string> {
  const known = bundled.get(module);
  if (known && [...known.stamps].every(([file, stamp]) => stampOf(file) === stamp)) return known.version;
  const project = /* turbopackIgnore: true */ process.cwd();
  const { options, metafile } = await bundle(project, module);
  const files = [...Object.keys(metafile.inputs), 'package-lock.json', 'tsconfig.json'];
  // Before the files are read: a change in between shows in the next stamp.
  const stamps = new Map(files.map((file) => join(project, file)).map((file) => [file, stampOf(file)]));
  const version = inputsVersion(readInputs(project, options, metafile), module);
  bundled.set(module, { version, stamps });
  return version;
}

/** Asks the bundler for the inputs of a module of a project as they are now. @throws Error when it cannot be bundled */
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
 * The version of one of the modules that inputs are known of, as {@link codeVersion} gives it.
 *
 * @throws Error when they have no such module
 */
export function inputsVersion({ settings, files, packages }: CodeInputs, module: string): string {
  const found = new Set([module]);
  const used = new Set<string>();
  // What is added while a set is gone through is gone through, too.
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
