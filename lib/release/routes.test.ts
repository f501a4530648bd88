import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { expect, test } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { isAppRoute, readRoutes, refuseClientComponents } from './routes';

const temporary = temporaryFolder();

const next = '[project]/node_modules/next/dist/client/components/layout-router.js';

/** Writes what `next build` leaves behind for pages that use these modules in the browser. */
async function compile(pages: Record<string, string[]>): Promise<void> {
  const routes = Object.keys(pages).map((file) => [file, file.replace(/\/\([a-z]+\)|\/page$/g, '') || '/']);
  await writeFile(
    join(temporary.path, 'app-path-routes-manifest.json'),
    JSON.stringify(Object.fromEntries(routes)),
  );
  for (const [file, modules] of Object.entries(pages)) {
    const manifest = join(temporary.path, 'server/app', `${file}_client-reference-manifest.js`);
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
  const routes = await readRoutes(temporary.path);
  expect(routes.filter(isAppRoute).map(({ path }) => path)).toEqual(['/search']);
  await expect(refuseClientComponents(temporary.path, routes)).resolves.toBeUndefined();
});

test('every document that uses a client component is named, with the component', async () => {
  await compile({
    '/(documents)/page': [next, '[project]/components/clock.tsx'],
    '/(documents)/learn/page': [next],
    '/_not-found/page': [next, '[project]/node_modules/next/dist/client/app-dir/link.js'],
  });
  await expect(refuseClientComponents(temporary.path, await readRoutes(temporary.path))).rejects.toThrow(
    /app\/\(documents\)\/page\.tsx uses components\/clock\.tsx\n {2}app\/_not-found\/page\.tsx uses node_modules\/next\/dist\/client\/app-dir\/link\.js\n/,
  );
});
