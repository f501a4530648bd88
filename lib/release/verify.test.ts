import { expect, test } from 'vitest';

import { record, type Manifest } from './manifest';
import { verifyRelease } from './verify';

const file = (...targets: number[]) => record({ path: '', key: '', size: 1 }, targets);
const manifest: Manifest = {
  subjects: new Map(),
  files: new Map([
    ['index.html', file(1, 2, 3)],
    ['learn.html', file(0)],
    ['icon.svg', file()],
    ['learn/ü.html', file(0)],
  ]),
  addresses: ['/', '/learn', '/icon.svg', '/learn/%C3%BC'],
};

test('a whole release passes', () => {
  expect(() => {
    verifyRelease(manifest, ['index.html', 'learn.html'], []);
  }).not.toThrow();
});

test('every missing file, file cut short and dead link is named', () => {
  const broken = { ...manifest, addresses: ['/gone', '/learn', '/icon.svg', '/learn/%C3%BC'] };
  expect(() => {
    verifyRelease(broken, ['index.html', '404.html'], ['icon.svg']);
  }).toThrow(
    /\n {2}icon.svg is missing on disk, or cut short\n {2}404.html was not made\n {2}learn.html leads to \/gone, which.*\n {2}learn\/ü.html leads to \/gone,/,
  );
});

test('a link that leads nowhere is no fault where broken files are left out', () => {
  const messages: string[] = [];
  const broken = { ...manifest, addresses: ['/', '/learn', '/%zz', '/learn/%C3%BC'] };
  verifyRelease(broken, [], [], (message) => messages.push(message));
  expect(messages).toEqual(['index.html leads to /%zz, which does not exist']);
});
