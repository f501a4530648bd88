import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { isAppRoute, readRoutes, refuseClientComponents } from './routes';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'routes-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const next = '[project]/node_modules/next/dist/client/components/layout-router.js';

/** Writes what `next build` leaves behind for pages that use these modules in the browser. */
async function compile(pages: Record<string, string[]>): Promise<void> {
  const routes = Object.keys(pages).map((file) => [file, file.replace(/\/\([a-z]+\)|\/page$/g, '') || '/']);
  await writeFile(join(folder, 'app-path-routes-manifest.json'), JSON.stringify(Object.fromEntries(routes)));
  for (const [file, modules] of Object.entries(pages)) {
    const manifest = join(folder, 'server/app', `${file}_client-reference-manifest.js`);
    const clientModules = Object.fromEntries(modules.map((name) => [name, { id: 1 }]));
    await mkdir(dirname(manifest), { recursive: true });
    await writeFile(
      manifest,
      `globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};\nglobalThis.__RSC_MANIFEST[${JSON.stringify(file)}] = ${JSON.stringify({ clientModules })};`,
    );
  }
}

test('documents of server components pass, and apps may use what they like', async () => {
  await compile({
    '/(documents)/page': [next],
    '/(apps)/search/page': [next, '[project]/app/(apps)/search/search.tsx'],
    '/_not-found/page': [next],
  });
  const routes = await readRoutes(folder);
  expect(routes.filter(isAppRoute).map(({ path }) => path)).toEqual(['/search']);
  await expect(refuseClientComponents(folder, routes)).resolves.toBeUndefined();
});

test('every document that uses a client component is named, with the component', async () => {
  await compile({
    '/(documents)/page': [next, '[project]/components/clock.tsx'],
    '/(documents)/learn/page': [next],
    '/_not-found/page': [next, '[project]/node_modules/next/dist/client/app-dir/link.js'],
  });
  await expect(refuseClientComponents(folder, await readRoutes(folder))).rejects.toThrow(
    /app\/\(documents\)\/page\.tsx uses components\/clock\.tsx\n {2}app\/_not-found\/page\.tsx uses node_modules\/next\/dist\/client\/app-dir\/link\.js\n/,
  );
});
