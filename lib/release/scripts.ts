import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

import type { Plugin } from 'esbuild';

import { keyOf, type Output } from './output';

/** The modules that pages run. In the live preview browsers load them one by one, as they are. */
const sourceFolder = 'public/scripts';

/** Where a release has them. */
export const scriptsFolder = 'scripts';

/** What pages ask for by name, at once or later, and the module that each is made of. */
const entries: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['page.js', 'question.js', 'keyboard-help.js', 'search/dialog.js'].map((name) => [
      name,
      join(sourceFolder, name),
    ]),
  ),
  // In the live preview Next.js does what these do.
  'apps/search.js': 'components/apps/search/client.ts',
  'apps/study.js': 'components/apps/study/client.ts',
};

/** Browsers of three years ago and newer. */
const target = 'es2022';

/** Each script that pages ask for as one small file: with what it imports at once, without what it imports later. */
export async function scriptOutputs(): Promise<Output[]> {
  const key = keyOf(target, await readSources());
  return Object.entries(entries).map(([name, module]) => ({
    path: `${scriptsFolder}/${name}`,
    key: keyOf(name, key),
    make: () => bundle(module),
  }));
}

async function bundle(module: string): Promise<Uint8Array> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [module],
    bundle: true,
    minify: true,
    format: 'esm',
    target,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
    plugins: [leaveForLater(dirname(module))],
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

/** Keeps what is imported by a call a file of its own, named from the folder of the entry. */
function leaveForLater(entryFolder: string): Plugin {
  return {
    name: 'leave-for-later',
    setup(plugin) {
      plugin.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        const parts = relative(entryFolder, join(resolveDir, path)).split(sep);
        return { path: `./${parts.join('/')}`, external: true };
      });
    },
  };
}

async function readSources(): Promise<[name: string, text: string][]> {
  const names = await readdir(sourceFolder, { recursive: true });
  const modules = names.filter((name) => name.endsWith('.js')).sort();
  return Promise.all(
    modules.map(async (name): Promise<[string, string]> => [
      name,
      await readFile(join(sourceFolder, name), 'utf8'),
    ]),
  );
}
