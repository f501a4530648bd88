import { dirname, join, relative, sep } from 'node:path';

import type { Plugin } from 'esbuild';

import type { Made } from './makers';

/** Browsers of three years ago and newer. */
const target = 'es2022';

/**
 * Bundles and minifies a script that pages load. Static imports are included, dynamic imports are not.
 *
 * @param module path within the project
 */
export async function make(module: string): Promise<Made> {
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
  return { content: outputFiles[0]?.contents ?? '' };
}

/**
 * Leaves a dynamically imported module in a separate file, and imports it by a path relative to the folder of
 * the entry.
 */
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
