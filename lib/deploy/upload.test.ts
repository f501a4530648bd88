import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { removeRelease, switchTo } from '@/lib/release/store/release-folders';
import { startObjectServer, type ObjectServer } from '@/lib/testing/object-server';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { contentTypeOf, contentTypes } from './content-types';
import { s3Store } from './object-store';
import { uploadRelease } from './upload';

const temporary = temporaryFolder();
const out = () => join(temporary.path, 'out');
const forGood = 'public, max-age=31536000, immutable';
const forNow = 'public, max-age=0, must-revalidate';

let server: ObjectServer;

beforeEach(async () => {
  server = await startObjectServer();
  vi.stubEnv('AWS_ENDPOINT_URL', server.url);
  vi.stubEnv('AWS_REGION', 'nowhere');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'someone');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
});

afterEach(() => {
  server.close();
  vi.unstubAllEnvs();
});

const first = {
  '404.html': 'not here',
  'index.html': 'home',
  'learn.html': 'learn',
  'learn/law.html': 'law',
  'learn/law/questions/why.md': 'why',
  'assets/old.css': 'styles',
  _headers: 'for a host',
  _redirects: 'for a host',
  'redirects.map': 'for nginx',
  'learn.html.gz': 'for a server',
};

const { 'assets/old.css': _, 'learn/law.html': __, ...kept } = first;
const second = { ...kept, 'index.html': 'new home', 'assets/new.css': 'new styles' };

/** Publishes a release of these files. */
async function release(name: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) await temporary.put(`out.releases/${name}/${path}`, text);
  await temporary.put(`out.releases/${name}.index`, '');
  await switchTo(join(temporary.path, 'out.releases', name), out());
}

/** What was to be purged. */
async function upload(to = 's3://site'): Promise<string[]> {
  const told: string[] = [];
  await uploadRelease(s3Store(to), out(), async (addresses) => {
    server.log.push('purge');
    await Promise.resolve(told.push(...addresses));
  });
  return told;
}

/** The texts of all objects but the one that says of which release they are. */
function held(): Record<string, string> {
  const { '.releases.txt': ___, ...texts } = Object.fromEntries(
    [...server.objects].map(([key, { body }]) => [key, body]),
  );
  return texts;
}

const copyOfSecond = {
  '404.html': 'not here',
  'index.html': 'new home',
  learn: 'learn',
  'learn/law/questions/why.md': 'why',
  'assets/new.css': 'new styles',
};

describe('a store of objects', () => {
  test('gets each file at its address with its type and how long it lasts, and nothing that servers alone read', async () => {
    await release('1', first);
    expect(await upload()).toEqual([]);
    expect(Object.fromEntries(server.objects)).toEqual({
      '404.html': { body: 'not here', type: 'text/html; charset=utf-8', cacheControl: forNow },
      'index.html': { body: 'home', type: 'text/html; charset=utf-8', cacheControl: forNow },
      learn: { body: 'learn', type: 'text/html; charset=utf-8', cacheControl: forNow },
      'learn/law': { body: 'law', type: 'text/html; charset=utf-8', cacheControl: forNow },
      'learn/law/questions/why.md': {
        body: 'why',
        type: 'text/markdown; charset=utf-8',
        cacheControl: forNow,
      },
      'assets/old.css': { body: 'styles', type: 'text/css; charset=utf-8', cacheControl: forGood },
      '.releases.txt': {
        body: expect.stringMatching(/^1 [0-9a-f]{16}$/) as string,
        type: 'text/plain; charset=utf-8',
        cacheControl: 'no-store',
      },
    });
  });

  test('says of a file of every kind what it is, and of every text how its letters are written', async () => {
    const files = Object.keys(contentTypes).map((ending) => `kind.${ending}`);
    await release('1', Object.fromEntries(files.map((path) => [path, 'ä'])));
    await upload();
    const typeOf = (key: string) => server.objects.get(key)?.type;
    for (const path of files) expect(typeOf(path.replace(/\.html$/, '')), path).toBe(contentTypeOf(path));
    expect(['md', 'json', 'webmanifest', 'xml', 'svg'].map((ending) => typeOf(`kind.${ending}`))).toEqual([
      'text/markdown; charset=utf-8',
      'application/json; charset=utf-8',
      'application/manifest+json; charset=utf-8',
      'application/xml; charset=utf-8',
      'image/svg+xml; charset=utf-8',
    ]);
    expect(typeOf('kind.png')).toBe('image/png');
  });

  test('gets what pages need before pages, and loses nothing before caches forgot', async () => {
    await release('1', first);
    await upload();
    expect(server.log.slice(0, 2)).toEqual(['PUT assets/old.css', 'PUT learn/law/questions/why.md']);
    server.log = [];
    await release('2', second);
    expect(await upload()).toEqual(['/', '/assets/old.css', '/learn/law']);
    expect(server.log).toEqual([
      'PUT .releases.txt',
      'PUT assets/new.css',
      'PUT index.html',
      'purge',
      'DELETE assets/old.css',
      'DELETE learn/law',
      'PUT .releases.txt',
    ]);
    expect(held()).toEqual(copyOfSecond);
    server.log = [];
    await upload();
    expect(server.log.filter((line) => !line.includes('.releases.txt'))).toEqual([]);
  });

  test('is right after an upload that was stopped, even when the next release takes the edit back', async () => {
    await release('1', second);
    await upload();
    await release('2', first);
    server.refused = 'PUT learn/law';
    await expect(upload()).rejects.toThrow('AccessDenied');
    expect(held()).not.toEqual(copyOfSecond);
    server.refused = undefined;
    await release('3', second);
    await upload();
    expect(held()).toEqual(copyOfSecond);
  });

  test('keeps what old pages need while caches may have them', async () => {
    await release('1', first);
    await upload();
    await release('2', second);
    const failing = uploadRelease(s3Store('s3://site'), out(), () => Promise.reject(new Error('no purge')));
    await expect(failing).rejects.toThrow('no purge');
    expect(held()).toHaveProperty(['assets/old.css']);
    expect(await upload()).toContain('/');
    expect(held()).toEqual(copyOfSecond);
  });

  test('is given everything, and loses the rest, when nobody knows what it has', async () => {
    await release('1', first);
    await upload();
    await release('2', second);
    await removeRelease(join(temporary.path, 'out.releases/1'));
    server.objects.set('learn/law.html', { body: 'of others', type: undefined, cacheControl: undefined });
    const purged = await upload();
    expect(held()).toEqual(copyOfSecond);
    const forgotten = ['/', '/404', '/learn', '/learn/law', '/learn/law.html', '/learn/law/questions/why.md'];
    expect(purged.toSorted()).toEqual([...forgotten, '/assets/old.css'].toSorted());
  });

  test('is one of which nobody knows, too, when a release that it has a part of is no longer there', async () => {
    await release('1', first);
    await upload();
    await release('2', second);
    server.refused = 'PUT index.html';
    await expect(upload()).rejects.toThrow('AccessDenied');
    server.refused = undefined;
    await removeRelease(join(temporary.path, 'out.releases/1'));
    await upload();
    expect(held()).toEqual(copyOfSecond);
  });

  test('is given everything again when the headers that files get have changed', async () => {
    await release('1', second);
    await upload();
    const type = vi.spyOn(contentTypes, 'md', 'get').mockReturnValue('text/plain');
    await upload();
    expect(server.objects.get('learn/law/questions/why.md')?.type).toBe('text/plain; charset=utf-8');
    type.mockRestore();
    await upload();
    expect(server.objects.get('learn/law/questions/why.md')?.type).toBe('text/markdown; charset=utf-8');
  });

  test('may be a part of a bucket', async () => {
    server.objects.set('other', { body: 'not ours', type: undefined, cacheControl: undefined });
    await release('1', second);
    await upload('s3://site/a/b/');
    expect(held()).toMatchObject({ other: 'not ours', 'a/b/learn': 'learn' });
  });

  test('that is not there, or was written wrongly, is named', async () => {
    await release('1', first);
    await expect(upload('s3://nobody')).rejects.toThrow(/^s3:\/\/nobody failed: NoSuchBucket/);
    expect(() => s3Store('https://site')).toThrow('s3://bucket/prefix, found "https://site"');
  });

  test('wants a release, and to know what its files are', async () => {
    await expect(upload()).rejects.toThrow('npm run build');
    await release('1', { 'film.xyz': '' });
    await expect(upload()).rejects.toThrow('film.xyz');
  });
});
