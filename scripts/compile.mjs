// Makes plain JavaScript of our commands and of the threads they start: to load hundreds of small modules, each by way of
// a TypeScript loader, takes longer than most commands.
import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';

/** What commands and threads begin with. */
const entries = ['./scripts/*.ts', './lib/**/*worker.ts'];

/** Where everything lies that they are made of, and the files that say how and of which packages. */
const sources = ['scripts', 'lib', 'bench', 'app', 'components', 'e2e'];
const settings = ['package.json', 'package-lock.json', 'tsconfig.json'];

/** Packages that read files of their own or run programs: they stay where they are installed. */
const installed = [
  'esbuild',
  'fontverter',
  'fs-native-extensions',
  'harfbuzzjs',
  'next',
  'piscina',
  'sharp',
  'subset-font',
  'tsx',
];

/** For so long a command may run from what an older version of the code was compiled to. */
const keptMilliseconds = 24 * 60 * 60 * 1000;

/**
 * The commands and threads of a project as JavaScript, in a folder that is laid out like their sources; compiled anew
 * when the code has changed.
 *
 * @param {string} root the project's folder
 * @returns {Promise<string>} the folder
 */
export async function compileCommands(root) {
  const parent = join(root, '.cache/commands');
  const folder = join(parent, versionOf(root));
  const now = new Date();
  if (existsSync(folder)) {
    utimesSync(folder, now, now);
    return folder;
  }
  const draft = join(parent, randomUUID());
  mkdirSync(draft, { recursive: true });
  for (const name of readdirSync(parent)) {
    const path = join(parent, name);
    if (now.getTime() - statSync(path).mtimeMs > keptMilliseconds)
      rmSync(path, { recursive: true, force: true });
  }
  await compile(root, draft, folder);
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Unless another command has just compiled the same.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** @param {string} root @returns {string} */
function versionOf(root) {
  const files = sources.flatMap((source) =>
    readdirSync(join(root, source), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const hash = createHash('sha256').update(process.version);
  for (const file of [...files.sort(), ...settings.map((name) => join(root, name))]) {
    hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

/** @param {string} root @param {string} draft where to write @param {string} folder where it will lie */
async function compile(root, draft, folder) {
  // Only now, since it may have been installed a moment ago.
  const { build, stop } = await import('esbuild');
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: draft,
    outbase: root,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: [...installed, ...Object.keys(devDependencies)],
    // Packages of the older kind call `require`, which modules do not have.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    define: { 'process.env.COMMANDS_FOLDER': JSON.stringify(folder) },
    logLevel: 'error',
  });
  // It would stay for the next, in a quarter of a gigabyte.
  await stop();
}
