// Which files the bundler makes a module of. Plain JavaScript, because `scripts/compile.mjs` needs it before anything is
// compiled.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';

/** Packages that read files of their own, are native code or run programs: they are not bundled. */
const installed = [
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

/** What esbuild calls its own helper functions in the list of a file's imports. */
const bundlerRuntime = '<runtime>';

/**
 * The input files of some bundles. Plain data.
 *
 * @typedef {object} CodeInputs
 * @property {string} settings a hash of how they are bundled, and of the version of Node.js
 * @property {Record<string, { hash: string, files: string[], packages: string[] }>} files by path within the project: a
 *   hash of the file's content, the files that it imports, and the packages that it imports and that are not bundled
 * @property {Record<string, string>} packages by the name of a package that is not bundled: a hash of its version and of
 *   the versions of all packages that it depends on
 */

/**
 * What a lockfile says of each package, by the folder that it is installed in.
 *
 * @typedef {Record<string, { dependencies?: object, optionalDependencies?: object }>} Lock
 */

/**
 * How modules are bundled that run in Node.js.
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
    // Without it, React is loaded twice: as it is for development, too.
    define: { 'process.env.NODE_ENV': '"production"' },
    // gray-matter loads it, and a parser of JavaScript with it, for a kind of YAML that is never asked for.
    alias: { 'js-yaml': './lib/source/no-js-yaml.ts' },
    logLevel: 'error',
  };
}

/**
 * How modules are bundled that run in browsers, as far as it decides which files they are made of.
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
 * @param {import('esbuild').BuildOptions} options the bundle was made with
 * @param {import('esbuild').Metafile} metafile what esbuild says of it
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
        // Its tables of characters, its formats of dates and its compression differ from version to version.
        process.version,
      ]),
    ),
    files,
    packages: Object.fromEntries([...packages].map((name) => [name, hashOf(lockedTree(lock, name))])),
  };
}

/** @param {string} path an input: a browser's bundle also has empty ones, in place of what only Node.js has */
function isFile(path) {
  return !path.startsWith('(disabled):');
}

/** @param {string} path of an import, such as `next/dist/bin/next` or `@aws-sdk/client-s3` */
function packageOf(path) {
  const [scope = '', name] = path.split('/');
  return scope.startsWith('@') && name !== undefined ? `${scope}/${name}` : scope;
}

/**
 * What a lockfile says of a package and of everything that it depends on.
 *
 * @param {Lock} lock
 * @param {string} name of a package that the project itself depends on
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
 * Where a package is installed that a package in another folder imports: the nearest `node_modules` has it.
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
