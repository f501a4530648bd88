import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import pMap from 'p-map';

import { memoryOf } from '@/lib/testing/process-tree';
import { filesBelow } from '@/lib/files/files-below';
import { freePort } from '@/lib/testing/free-port';
import { needServer, ownServer, serverNames, startServer } from './servers';

/** Number of addresses to request, set by `UNKNOWN_ADDRESSES`. */
const count = Number(process.env.UNKNOWN_ADDRESSES ?? 1000);

/** Number of requests before memory is measured, so that a server has allocated what it always needs. */
const first = 1000;

/**
 * Maximum growth of a server's memory in megabytes. Allows for garbage, but not for data that is kept for
 * each address.
 */
const mostGrowth = { nginx: 1, caddy: 16, [ownServer]: 48 };

const atOnce = 20;

const published = resolve('test-results/library/.');

/** Random addresses in every folder of the site, none of which exists. */
const addresses = fc
  .tuple(
    fc.constantFrom('/', '/learn/', '/learn/physics/', '/learn/physics/questions/', '/assets/', '/nope/'),
    fc.uuid(),
    fc.webSegment(),
    fc.constantFrom('', '.md', '.json', '.css', '.html.gz', '/rss.xml', '?page=2'),
  )
  .map((parts) => parts.join(''));

for (const name of serverNames) {
  test.describe(name, () => {
    needServer(name);

    test(`sends status 404 for ${count} unknown addresses without keeping data about them`, async () => {
      test.setTimeout(600_000 + count * 20);
      const port = await freePort();
      const { pid, stop } = await startServer(name, published, port);
      const site = `http://127.0.0.1:${port}`;
      const page = await readFile(join(published, '404.html'), 'utf8');
      try {
        const before = await sizesBelow(published);
        const asked = fc.sample(addresses, { numRuns: first + count, seed: 404 });
        const faults: string[] = [];
        const ask = async (address: string) => {
          const response = await fetch(site + address, { redirect: 'manual' });
          const text = await response.text();
          // nginx rejects an encoded NUL as an invalid request.
          if (response.status === 400 && address.includes('%00')) return;
          if (response.status !== 404) faults.push(`${address}: ${response.status}`);
          else if (text !== page) faults.push(`${address}: another page`);
        };
        await pMap(asked.slice(0, first), ask, { concurrency: atOnce });
        const memory = memoryOf(pid);
        await pMap(asked.slice(first), ask, { concurrency: atOnce });
        const growth = memoryOf(pid) - memory;
        console.log(
          `${name}: ${count} addresses, ${faults.length} not 404, from ${memory.toFixed(1)} MB by ${growth.toFixed(1)} MB`,
        );
        expect(faults).toEqual([]);
        expect(growth).toBeLessThan(mostGrowth[name]);
        expect(await sizesBelow(published)).toEqual(before);
      } finally {
        await stop();
      }
    });
  });
}

/** Every file below a folder, with its size and the time of its last change. */
async function sizesBelow(folder: string): Promise<string[]> {
  const described = filesBelow(folder).map(async (path) => {
    const { size, mtimeMs } = await stat(join(folder, path));
    return `${path} ${size} ${mtimeMs}`;
  });
  return Promise.all(described);
}
