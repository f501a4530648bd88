import { expect, test } from 'vitest';

import { Catalogue } from '@/lib/catalogue/catalogue';
import { entry } from '@/lib/catalogue/fixtures';
import type { Entry } from '@/lib/catalogue/entry';
import { record } from './manifest';
import { libraryKey, pagePieces } from './pieces';

const one = entry('law/one', { id: 1, hash: 'first' });
const other = entry('law/other', { id: 2, hash: 'second' });

function keyOfLibrary(entries: readonly Entry[], template = 'template'): string {
  return libraryKey(new Catalogue(entries, {}), template);
}

test('the key of a library stands for all that it says but answers', () => {
  const key = keyOfLibrary([one, other]);
  expect(keyOfLibrary([{ ...one, hash: 'edited' }, other])).toBe(key);
  expect(keyOfLibrary([one, other], 'another template')).not.toBe(key);
  expect(keyOfLibrary([one])).not.toBe(key);
  const changes: Partial<Entry>[] = [
    { title: 'Title' },
    { question: 'Question?' },
    { author: 'Author' },
    { date: '2025-02-02' },
    { description: 'Description' },
    { keywords: ['keyword'] },
    { related: [other.address] },
    { sources: [{ title: 'Source', url: 'https://example.org' }] },
    { subject: { slug: 'law', name: 'Laws' } },
    { path: 'law/moved.md' },
  ];
  for (const change of changes) {
    expect(keyOfLibrary([entry('law/one', { ...one, ...change }), other])).not.toBe(key);
  }
});

test('pages whose keys are known from an earlier release have the same as when they are computed', () => {
  const piecesOf = (entries: readonly Entry[], earlier?: Parameters<typeof pagePieces>[2]) => [
    ...pagePieces({ catalogue: new Catalogue(entries, {}), changedDays: new Map() }, 'template', earlier),
  ];
  const files = new Map(
    piecesOf([one, other]).map(({ path, key, stamp }) => [path, record({ path, key, stamp, size: 1 }, [])]),
  );
  const earlier = { library: keyOfLibrary([one, other]), files, addresses: [] };
  const edited = [one, { ...other, hash: 'edited' }];
  const keys = (pieces: ReturnType<typeof piecesOf>) => pieces.map(({ path, key }) => [path, key]);
  expect(keys(piecesOf(edited, earlier))).toEqual(keys(piecesOf(edited)));
  expect(keys(piecesOf(edited))).not.toEqual(keys(piecesOf([one, other])));
});
