// Runs a command of package.json. Installs missing dependencies first, so that `npm start` works in a fresh
// clone. Plain JavaScript without packages, because it runs before any are installed.
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
  if (npm.status !== 0) fail('The dependencies could not be installed; see the output of npm above.');
}

const [command = '', ...args] = process.argv.slice(2);
process.chdir(root);
await (command === 'dev' ? runNext([command, ...args]) : runOwn(command, args));

/**
 * Runs a command of `scripts` in the same process, because starting another one takes time.
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

/**
 * Whether every package of the lockfile is installed in its version. Packages for other platforms may be
 * missing.
 */
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
 * Makes Node.js 22.1 and newer store V8's compiled code in a folder, for later commands and for all threads
 * and processes of this one.
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
