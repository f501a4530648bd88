// Makes plain JavaScript of our commands and of the threads they start: to load hundreds of small modules, each by way of
// a TypeScript loader, takes longer than most commands. The live preview is `next dev`, so it needs its threads only.
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

import { browserBundle, nodeBundle, readInputs } from '../lib/cache/code-inputs.mjs';
import { stampOf } from '../lib/files/file-stamp.mjs';

/**
 * What is compiled together, and the folder that it is kept in.
 *
 * @typedef {object} Part
 * @property {string} parent a folder within the project
 * @property {string[]} entries what commands and threads begin with
 * @property {string[]} browserEntries what browsers run begins with these; it is not compiled here, only its inputs are
 *   recorded
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
 * Where everything lies that they are made of, and the files that say how and of which packages. The bundler's own list of
 * inputs is compared with these: a folder that is missing here is an error, not code that is not compiled again.
 */
const sources = ['app', 'bench', 'components', 'e2e', 'lib', 'public/scripts', 'scripts'];
const settings = ['package.json', 'package-lock.json', 'tsconfig.json'];

/** Where `lib/cache/code-version.ts` finds what the commands are made of. */
const inputsFile = 'inputs.json';

/** Which version the files had when they last had these stamps: reading all of them takes longer than to look at them. */
const knownFile = 'known';

/** For so long a command, `npm run dev` for example, may run from what an older version of the code was compiled to. */
const keptMilliseconds = 7 * 24 * 60 * 60 * 1000;

/**
 * The commands and threads of a project as JavaScript, in a folder that is laid out like their sources; compiled anew
 * when the code has changed.
 *
 * @param {string} root the project's folder
 * @returns {Promise<string>} the folder
 */
export function compileCommands(root) {
  return compilePart(root, parts.commands);
}

/**
 * The same of the threads of the live preview alone, which takes less than half the time.
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
  // Before they are read: a change in between shows in the next stamp.
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
    // Changed in the meantime: what was compiled is neither the old code nor the new.
    rmSync(draft, { recursive: true, force: true });
    return compilePart(root, part);
  }
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Unless another command has just compiled the same.
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
      // A link is read like the file that it leads to.
      const isFile = entry.isSymbolicLink()
        ? statSync(path, { throwIfNoEntry: false })?.isFile()
        : entry.isFile();
      return isFile ? [relative(root, path).split(sep).join('/')] : [];
    }),
  );
  return [...below.sort(), ...settings];
}

/**
 * Stands for the state of all source files, see `stampOf`. Of links it is another one every time, since what they lead to
 * may have changed.
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
 * @returns {{ stamp: string, version: string } | undefined} nothing where there is no whole file
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
 * @param {string} draft where to write
 * @param {string} folder where it will lie
 * @param {ReadonlySet<string>} files that the version is made of
 */
async function compile(root, { entries, browserEntries }, draft, folder, files) {
  // Only now, since it may have been installed a moment ago.
  const { build, stop } = await import('esbuild');
  const [node, browser] = [nodeBundle(root), browserBundle(root)];
  const [commands, scripts] = await Promise.all([
    build({
      ...node,
      entryPoints: entries,
      outdir: draft,
      outExtension: { '.js': '.mjs' },
      splitting: true,
      metafile: true,
      // Packages of the older kind call `require`, which modules do not have.
      banner: {
        js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
      },
      define: { 'process.env.COMMANDS_FOLDER': JSON.stringify(folder) },
    }),
    build({ ...browser, entryPoints: browserEntries, outdir: draft, write: false, metafile: true }),
  ]);
  // It would stay for the next, in a quarter of a gigabyte.
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
