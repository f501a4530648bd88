// The input files of bundled modules. Plain JavaScript, because `scripts/compile.mjs` needs it before
// anything is compiled.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';

/** Packages that are not bundled, because they read their own files, contain native code or run programs. */
const installed = [
  '@aws-sdk/client-s3',
  '@tailwindcss/postcss',
  'esbuild',
  'fontverter',
  'fs-native-extensions',
  'harfbuzzjs',
  'next',
  'piscina',
  'postcss',
  'satteri',
  'sharp',
  'subset-font',
  'tsx',
];

/**
 * File in which `scripts/compile.mjs` records the inputs of commands and browser scripts, below the compiled
 * commands.
 */
export const inputsFile = 'inputs.json';

/** The name of esbuild's own helper functions in the imports of a file. */
const bundlerRuntime = '<runtime>';

/**
 * The input files of some bundles. Plain data.
 *
 * @typedef {object} CodeInputs
 * @property {string} settings a hash of the bundler's options and of the version of Node.js
 * @property {Record<string, { hash: string, files: string[], packages: string[] }>} files by path within
 *   the project: a hash of the file's content, the files that it imports, and the packages that it imports
 *   and that are not bundled
 * @property {Record<string, string>} packages by the name of a package that is not bundled: a hash of its
 *   version and of the versions of all packages that it depends on
 */

/**
 * The entries of a lockfile by the folder in which each package is installed.
 *
 * @typedef {Record<string, { dependencies?: object, optionalDependencies?: object }>} Lock
 */

/**
 * Bundler options for modules that run in Node.js.
 *
 * @param {string} root the project's folder
 * @returns {import('esbuild').BuildOptions & { external: string[] }}
 */
export function nodeBundle(root) {
  const { devDependencies } = /** @type {{ devDependencies: object }} */ (readJson(root, 'package.json'));
  return {
    absWorkingDir: root,
    outbase: root,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: [...installed, ...Object.keys(devDependencies)],
    // Otherwise React is bundled twice, once for development.
    define: { 'process.env.NODE_ENV': '"production"' },
    // gray-matter imports js-yaml and with it a JavaScript parser, but is never asked to use it.
    alias: { 'js-yaml': './lib/source/no-js-yaml.ts' },
    logLevel: 'error',
  };
}

/**
 * Bundler options for modules that run in browsers, as far as they determine the input files.
 *
 * @param {string} root the project's folder
 * @returns {import('esbuild').BuildOptions}
 */
export function browserBundle(root) {
  return {
    absWorkingDir: root,
    outbase: root,
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  };
}

/**
 * Reads and hashes the inputs of a bundle.
 *
 * @param {string} root the project's folder
 * @param {import('esbuild').BuildOptions} options the options of the bundle
 * @param {import('esbuild').Metafile} metafile esbuild's description of the bundle
 * @returns {CodeInputs}
 */
export function readInputs(root, options, metafile) {
  /** @type {CodeInputs['files']} */
  const files = {};
  /** @type {Set<string>} */
  const packages = new Set();
  for (const [path, { imports }] of Object.entries(metafile.inputs)) {
    const external = imports.filter(
      (found) => found.external && found.path !== bundlerRuntime && !isBuiltin(found.path),
    );
    const names = external.map((found) => packageOf(found.path));
    names.forEach((name) => packages.add(name));
    files[path] = {
      hash: hashOf(isFile(path) ? readFileSync(join(root, path)) : ''),
      files: imports.flatMap((found) => (found.external ? [] : [found.path])),
      packages: names,
    };
  }
  const { packages: lock } = /** @type {{ packages: Lock }} */ (readJson(root, 'package-lock.json'));
  return {
    settings: hashOf(
      JSON.stringify([
        { ...options, absWorkingDir: '', outbase: '' },
        readFileSync(join(root, 'tsconfig.json'), 'utf8'),
        lock['node_modules/esbuild'],
        // Character tables, date formats and compression differ between versions of Node.js.
        process.version,
      ]),
    ),
    files,
    packages: Object.fromEntries([...packages].map((name) => [name, hashOf(lockedTree(lock, name))])),
  };
}

/** @param {string} path an input; a browser bundle also has empty ones, which replace modules of Node.js */
function isFile(path) {
  return !path.startsWith('(disabled):');
}

/** @param {string} path of an import, such as `next/dist/bin/next` or `@aws-sdk/client-s3` */
function packageOf(path) {
  const [scope = '', name] = path.split('/');
  return scope.startsWith('@') && name !== undefined ? `${scope}/${name}` : scope;
}

/**
 * The locked versions of a package and of all its dependencies, as text.
 *
 * @param {Lock} lock
 * @param {string} name a direct dependency of the project
 * @returns {string}
 */
function lockedTree(lock, name) {
  /** @type {Set<string>} */
  const folders = new Set();
  const waiting = [folderOf(lock, '', name)];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entry = lock[folder];
    if (folders.has(folder) || !entry) continue;
    folders.add(folder);
    const dependencies = Object.keys({ ...entry.dependencies, ...entry.optionalDependencies });
    for (const dependency of dependencies) waiting.push(folderOf(lock, folder, dependency));
  }
  return JSON.stringify([...folders].sort().map((folder) => [folder, lock[folder]]));
}

/**
 * The folder of a package that another package imports: in the nearest `node_modules` that contains it.
 *
 * @param {Lock} lock
 * @param {string} from
 * @param {string} name
 * @returns {string}
 */
function folderOf(lock, from, name) {
  const own = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
  if (from === '' || own in lock) return own;
  const end = from.lastIndexOf('/node_modules/');
  return folderOf(lock, end === -1 ? '' : from.slice(0, end), name);
}

/** @param {string} root @param {string} name @returns {unknown} */
function readJson(root, name) {
  return JSON.parse(readFileSync(join(root, name), 'utf8'));
}

/** @param {string | Uint8Array} content */
function hashOf(content) {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}
