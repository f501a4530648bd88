// Runs a command of package.json, after installing what it needs: `npm start` works on a fresh clone.
// Plain JavaScript without imports from node_modules, because it runs before there are any.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import * as modules from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { compileCommands } from './compile.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Node 20.19 or newer is needed; this is ${process.version}. Install it from https://nodejs.org.`);
}

if (!isInstalled()) {
  console.log('Installing dependencies …');
  const isWindows = process.platform === 'win32';
  const npm = spawnSync('npm', ['ci', '--no-fund', '--no-audit'], {
    cwd: root,
    stdio: 'inherit',
    shell: isWindows,
  });
  if (npm.status !== 0) fail('The dependencies could not be installed; npm says why above.');
}

const [command = '', ...args] = process.argv.slice(2);
process.chdir(root);
await (command === 'dev' ? runNext([command, ...args]) : runOwn(command, args));

/**
 * Runs a command of `scripts`. In this process: another one would take a while to start.
 *
 * @param {string} command
 * @param {string[]} args
 */
async function runOwn(command, args) {
  const folder = await compileCommands(root);
  keepCompiled(join(folder, 'compiled'));
  const script = join(folder, 'scripts', `${command}.mjs`);
  process.argv = [process.execPath, script, ...args];
  await import(pathToFileURL(script).href);
}

/**
 * Runs Next.js, as `npx next` does.
 *
 * @param {string[]} args
 */
async function runNext(args) {
  keepCompiled(join(root, '.cache/preview/compiled'));
  const next = modules.createRequire(import.meta.url).resolve('next/dist/bin/next');
  process.argv = [process.execPath, next, ...args];
  await import(pathToFileURL(next).href);
}

/** Whether every package of the lockfile is there in its version; those for other platforms are not expected. */
function isInstalled() {
  const record = `${root}node_modules/.package-lock.json`;
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')).packages;
  const found = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.keys(wanted).every(
    (path) => path === '' || wanted[path].optional === true || found[path]?.version === wanted[path].version,
  );
}

/**
 * Has what V8 compiles kept in a folder, for the next command and for all threads and processes of this one. Node.js can since
 * version 22.1.
 *
 * @param {string} path
 */
function keepCompiled(path) {
  if (!('enableCompileCache' in modules)) return;
  /** @type {(path: string) => unknown} */ (modules.enableCompileCache)(path);
  process.env.NODE_COMPILE_CACHE = path;
}

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(1);
}
