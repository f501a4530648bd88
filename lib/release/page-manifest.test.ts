import { expect, test } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { readPageManifest } from './page-manifest';

const temporary = temporaryFolder();

test('pages are told apart by what they hold, and other files are left out', async () => {
  await temporary.put('index.html', 'a');
  await temporary.put('learn/law.html', 'b');
  await temporary.put('learn/physics.html', 'b');
  await temporary.put('sitemap.xml', 'c');
  const manifest = await readPageManifest(temporary.path);
  expect([...manifest.keys()].sort()).toEqual(['index.html', 'learn/law.html', 'learn/physics.html']);
  expect(manifest.get('learn/law.html')).toBe(manifest.get('learn/physics.html'));
  expect(manifest.get('learn/law.html')).not.toBe(manifest.get('index.html'));
});
