import { expect, test } from 'vitest';

import { record, type Part } from './part';
import { verifyRelease } from './verify';

const file = (...targets: number[]) => record({ path: '', key: '', size: 1 }, targets);
const part: Part = {
  files: new Map([
    ['index.html', file(1, 2)],
    ['learn.html', file(0)],
    ['learn/ü.html', file(0, 3)],
  ]),
  addresses: ['/', '/learn', '/gone', '/not-led-to-any-more', '/lost'],
};
const release = { parts: [part], unmade: [], damaged: [], isThere: () => true };
const isThere = (address: string) => !['/gone', '/lost'].includes(address);

test('a whole release passes', () => {
  expect(() => {
    verifyRelease(release);
  }).not.toThrow();
});

test('every missing file, file cut short and dead link is named', () => {
  expect(() => {
    verifyRelease({ ...release, unmade: ['404.html'], damaged: ['icon.svg'], isThere });
  }).toThrow(
    /\n {2}icon.svg is missing on disk, or cut short\n {2}404.html was not made\n {2}index.html leads to \/gone, which does not exist$/,
  );
});

test('an address that no file leads to any more need not be there', () => {
  const files = new Map([['index.html', file(0, 1)]]);
  expect(() => {
    verifyRelease({ ...release, parts: [{ ...part, files }], isThere });
  }).not.toThrow();
});

test('a link that leads nowhere is no fault where broken files are left out', () => {
  const messages: string[] = [];
  verifyRelease({ ...release, isThere }, (message) => messages.push(message));
  expect(messages).toEqual(['index.html leads to /gone, which does not exist']);
});

test('an address without an end is shown as far as a person reads it', () => {
  const messages: string[] = [];
  const address = `/${'x'.repeat(60_000)}`;
  const long: Part = { files: new Map([['index.html', file(0)]]), addresses: [address] };
  verifyRelease({ ...release, parts: [long], isThere: () => false }, (message) => messages.push(message));
  expect(messages.map(({ length }) => length)).toEqual([expect.toSatisfy((length) => length < 1000)]);
});
