// Compiles the commands and their threads to JavaScript. Loading hundreds of small modules with a TypeScript
// loader takes longer than most commands. The live preview is `next dev`, so it needs only its threads.
import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';

import { browserBundle, inputsFile, nodeBundle, readInputs } from '../lib/cache/code-inputs.mjs';
import { stampOf } from '../lib/files/file-stamp.mjs';

/**
 * Entry points that are compiled together, and the folder of the result.
 *
 * @typedef {object} Part
 * @property {string} parent a folder within the project
 * @property {string[]} entries entry points of commands and threads
 * @property {string[]} browserEntries entry points of browser scripts; they are not compiled here, only
 *   their inputs are recorded
 */

/** @satisfies {Record<string, Part>} */
const parts = {
  commands: {
    parent: '.cache/commands',
    entries: ['./scripts/*.ts', './lib/**/*worker.ts'],
    browserEntries: ['./components/apps/**/client.ts', './public/scripts/**/*.js'],
  },
  preview: {
    parent: '.cache/preview',
    entries: ['./lib/answer/*worker.ts', './lib/edit/*worker.ts', './lib/preview/*worker.ts'],
    browserEntries: [],
  },
};

/**
 * Folders of all source files, and the files that determine options and packages. A module from any other
 * folder is an error. Otherwise, its changes would not cause a new compilation.
 */
const sources = ['app', 'bench', 'components', 'e2e', 'lib', 'public/scripts', 'scripts'];
const settings = ['package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * File with the version of the sources for their last known stamps. Reading stamps takes less time than
 * reading all files.
 */
const knownFile = 'known';

/**
 * Milliseconds for which a running command, such as `npm run dev`, may use code compiled from older sources.
 */
const keptMilliseconds = 7 * 24 * 60 * 60 * 1000;

/**
 * Returns the folder with the commands and threads of a project as JavaScript, arranged like their sources.
 * Compiles them if the code has changed.
 *
 * @param {string} root the project's folder
 * @returns {Promise<string>} the folder
 */
export function compileCommands(root) {
  return compilePart(root, parts.commands);
}

/**
 * Compiles only the threads of the live preview, in less than half the time.
 *
 * @param {string} root the project's folder
 * @returns {Promise<string>} the folder
 */
export function compilePreview(root) {
  return compilePart(root, parts.preview);
}

/**
 * @param {string} root
 * @param {Part} part
 * @returns {Promise<string>}
 */
async function compilePart(root, part) {
  const parent = join(root, part.parent);
  const files = sourceFiles(root);
  // Stamps are taken before the files are read, so that a change in between is noticed.
  const stamp = stampOfAll(root, files);
  const known = readKnown(parent);
  const version = known?.stamp === stamp ? known.version : versionOf(root, files);
  const folder = join(parent, version);
  const now = new Date();
  if (existsSync(folder)) {
    utimesSync(folder, now, now);
    if (known?.stamp !== stamp) writeKnown(parent, { stamp, version });
    return folder;
  }
  const draft = join(parent, randomUUID());
  mkdirSync(draft, { recursive: true });
  for (const name of readdirSync(parent)) {
    if (name === knownFile) continue;
    const path = join(parent, name);
    if (now.getTime() - statSync(path).mtimeMs > keptMilliseconds)
      rmSync(path, { recursive: true, force: true });
  }
  await compile(root, part, draft, folder, new Set(files));
  if (versionOf(root, sourceFiles(root)) !== version) {
    // The code changed during the compilation, so the result matches neither version.
    rmSync(draft, { recursive: true, force: true });
    return compilePart(root, part);
  }
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another command may have just compiled the same version.
    if (!existsSync(folder)) throw error;
  }
  writeKnown(parent, { stamp, version });
  return folder;
}

/** @param {string} root @returns {string[]} paths within the project */
function sourceFiles(root) {
  const below = sources.flatMap((source) =>
    readdirSync(join(root, source), { recursive: true, withFileTypes: true }).flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      // A link is read like its target.
      const isFile = entry.isSymbolicLink()
        ? statSync(path, { throwIfNoEntry: false })?.isFile()
        : entry.isFile();
      return isFile ? [relative(root, path).split(sep).join('/')] : [];
    }),
  );
  return [...below.sort(), ...settings];
}

/**
 * A value that changes whenever a source file changes, see `stampOf`. With links it is always new, because
 * their targets may have changed.
 *
 * @param {string} root
 * @param {readonly string[]} files
 * @returns {string}
 */
function stampOfAll(root, files) {
  const hash = createHash('sha256').update(`${process.version}\0${root}`);
  for (const file of files) {
    const path = join(root, file);
    const stamp = lstatSync(path).isSymbolicLink() ? randomUUID() : stampOf(path);
    hash.update(`\0${file}\0${stamp}`);
  }
  return hash.digest('hex');
}

/**
 * @param {string} parent
 * @returns {{ stamp: string, version: string } | undefined} undefined if the file is missing or incomplete
 */
function readKnown(parent) {
  const path = join(parent, knownFile);
  const [stamp = '', version = '', end] = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  return end === '' ? { stamp, version } : undefined;
}

/** @param {string} parent @param {{ stamp: string, version: string }} known */
function writeKnown(parent, { stamp, version }) {
  const draft = join(parent, `${knownFile}.${randomUUID()}`);
  writeFileSync(draft, `${stamp}\n${version}\n`);
  renameSync(draft, join(parent, knownFile));
}

/** @param {string} root @param {readonly string[]} files @returns {string} */
function versionOf(root, files) {
  const hash = createHash('sha256').update(`${process.version}\0${root}`);
  for (const file of files) {
    const content = readFileSync(join(root, file));
    hash.update(`\0${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * @param {string} root
 * @param {Part} part
 * @param {string} draft folder to write to
 * @param {string} folder final folder
 * @param {ReadonlySet<string>} files inputs of the version
 */
async function compile(root, { entries, browserEntries }, draft, folder, files) {
  // Imported on demand, because it may have just been installed.
  const { build, stop } = await import('esbuild');
  const [node, browser] = [nodeBundle(root), browserBundle(root)];
  const [commands, scripts] = await withoutCollection(() =>
    Promise.all([
      build({
        ...node,
        entryPoints: entries,
        outdir: draft,
        outExtension: { '.js': '.mjs' },
        splitting: true,
        metafile: true,
        // CommonJS packages call `require`, which modules do not have.
        banner: {
          js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
        },
        define: { 'process.env.COMMANDS_FOLDER': JSON.stringify(folder) },
      }),
      build({ ...browser, entryPoints: browserEntries, outdir: draft, write: false, metafile: true }),
    ]),
  );
  // The service would keep running and use 250 MB.
  await stop();
  const inputs = [readInputs(root, node, commands.metafile), readInputs(root, browser, scripts.metafile)];
  const unknown = inputs
    .flatMap((part) => Object.keys(part.files))
    .filter((path) => !/(?:^|\/)node_modules\/|^\(disabled\):/.test(path) && !files.has(path));
  if (unknown.length > 0) {
    throw new Error(
      `Commands import ${unknown.join(', ')}: add the folder to the sources of scripts/compile.mjs.`,
    );
  }
  writeFileSync(join(draft, inputsFile), JSON.stringify(inputs));
}

/**
 * Calls a function. If it starts esbuild before it returns, esbuild runs without garbage collection, which
 * would take a fifth of the processor time. Programs that are started later, such as a web server written in
 * Go, need garbage collection.
 *
 * @template Result
 * @param {() => Result} start
 * @returns {Result} what the function returns
 */
function withoutCollection(start) {
  if (process.env.GOGC !== undefined) return start();
  process.env.GOGC = 'off';
  try {
    return start();
  } finally {
    delete process.env.GOGC;
  }
}
