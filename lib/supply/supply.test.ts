import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';
import * as z from 'zod';

import packageJson from '@/package.json';
import { findUnaccepted, listLicences, readLockedPackages } from './licences';
import { writeBillOfMaterials } from './sbom';

describe('direct dependencies', () => {
  test('are each explained in docs/dependencies.md, and no other', async () => {
    const page = await readFile('docs/dependencies.md', 'utf8');
    const explained = Array.from(page.matchAll(/^\| `([^`]+)` +\| \S/gm), ([, name]) => name);
    const { dependencies, devDependencies } = packageJson;
    expect(explained.toSorted()).toEqual(
      [...Object.keys(dependencies), ...Object.keys(devDependencies)].toSorted(),
    );
  });
});

describe('licences', () => {
  test('are all among those that are accepted', async () => {
    const packages = readLockedPackages(await readFile('package-lock.json', 'utf8'));
    expect(packages.length).toBeGreaterThan(300);
    expect(findUnaccepted(packages)).toEqual([]);
  });

  test('that nobody looked at are found, and all are listed', () => {
    const packages = readLockedPackages(
      JSON.stringify({
        packages: {
          '': {},
          'node_modules/a': { version: '1.0.0', license: '(MIT OR WTFPL)' },
          'node_modules/a/node_modules/b': { version: '2.0.0', license: 'MIT AND GPL-3.0-only' },
          'node_modules/@x/c': { version: '3.0.0', dev: true },
        },
      }),
    );
    expect(findUnaccepted(packages).map(({ name }) => name)).toEqual(['@x/c', 'b']);
    expect(listLicences(packages)).toContain('none (1)\n  @x/c 3.0.0\n');
  });
});

test('the lockfile has a checksum for every package, and no address of a registry', async () => {
  const lockfile = z.object({
    packages: z.record(
      z.string(),
      z.object({ resolved: z.undefined().optional(), integrity: z.string().optional() }),
    ),
  });
  const { packages } = lockfile.parse(JSON.parse(await readFile('package-lock.json', 'utf8')));
  for (const [path, { integrity }] of Object.entries(packages)) {
    if (path !== '' && !isBundled(path)) expect(integrity, path).toMatch(/^sha512-/);
  }
});

/** Packages that come within another one, whose checksum covers them. */
function isBundled(path: string): boolean {
  return path.startsWith('node_modules/@tailwindcss/oxide-wasm32-wasi/node_modules/');
}

test('actions of workflows are pinned by the hash of a commit, the same everywhere', async () => {
  const folder = join('.github', 'workflows');
  const files = await readdir(folder);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const used = texts.flatMap((text) => Array.from(text.matchAll(/uses: (.+)/g), ([, action = '']) => action));
  const commits = new Map(used.map((action) => [action.split('@')[0], action]));
  expect(commits.size).toBeGreaterThan(0);
  for (const action of used) {
    expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v[\d.]+$/);
    expect(action).toBe(commits.get(action.split('@')[0]));
  }
});

test('the bill of materials names what makes a release, and is the same each time', async () => {
  const [first, second] = [await writeBillOfMaterials(), await writeBillOfMaterials()];
  expect(second).toBe(first);
  const bill = z
    .object({
      bomFormat: z.literal('CycloneDX'),
      metadata: z.object({ component: z.object({ name: z.literal('quicktakes') }) }),
      components: z.array(z.object({ name: z.string(), version: z.string(), purl: z.string() })),
    })
    .parse(JSON.parse(first));
  const names = bill.components.map(({ name }) => name);
  expect(names).toContain('next');
  expect(names).not.toContain('vitest');
});
