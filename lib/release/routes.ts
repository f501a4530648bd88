import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

import { z } from 'zod';

import { UserError } from '@/lib/user-error';

/** A page file of `app/` that was compiled. */
interface Route {
  /** As Next.js names it: `/(documents)/learn/[subject]/page`. */
  file: string;
  /** `/learn/[subject]`. */
  path: string;
}

const routesManifest = z.record(z.string(), z.string());

/** Next's own client modules that every page refers to. They do nothing for a page without scripts. */
const nextInternals =
  /\/node_modules\/next\/dist\/(esm\/)?(client\/components|lib\/framework|lib\/metadata)\//;

/** The routes of the last compilation, from the manifest that `next build` writes into its folder. */
export async function readRoutes(nextFolder: string): Promise<Route[]> {
  const manifest = await readFile(join(nextFolder, 'app-path-routes-manifest.json'), 'utf8');
  return Object.entries(routesManifest.parse(JSON.parse(manifest)))
    .filter(([file]) => file.endsWith('/page') && !file.startsWith('/_global-error/'))
    .map(([file, path]) => ({ file, path }));
}

/** Whether the pages of a route keep React. */
export function isAppRoute({ file }: Route): boolean {
  return file.startsWith('/(apps)/');
}

/**
 * Documents ship no framework script, so nothing on them may need one.
 *
 * @throws UserError naming every document route that uses a client component, and the component's file
 */
export async function refuseClientComponents(nextFolder: string, routes: readonly Route[]): Promise<void> {
  const faults: string[] = [];
  for (const route of routes.filter((candidate) => !isAppRoute(candidate))) {
    for (const module of await clientModules(nextFolder, route)) {
      if (!nextInternals.test(module))
        faults.push(`app${route.file}.tsx uses ${module.replace('[project]/', '')}`);
    }
  }
  if (faults.length > 0) {
    throw new UserError(
      `A document page ships no framework script, so it cannot use a client component:\n  ${faults.join('\n  ')}\n` +
        'Make it a server component, move the page to app/(apps), or write a small script of our own in public/.',
    );
  }
}

const clientReferenceManifest = z.object({ clientModules: z.record(z.string(), z.unknown()) });

async function clientModules(nextFolder: string, { file }: Route): Promise<string[]> {
  const path = join(nextFolder, 'server/app', `${file}_client-reference-manifest.js`);
  // The manifest is a script that sets one global: Next's own output, run away from everything.
  const sandbox: { __RSC_MANIFEST?: Record<string, unknown> } = {};
  runInNewContext(`globalThis = this; ${await readFile(path, 'utf8')}`, sandbox);
  return Object.keys(clientReferenceManifest.parse(sandbox.__RSC_MANIFEST?.[file]).clientModules);
}
