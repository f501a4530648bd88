import fc from 'fast-check';
import { expect, test } from 'vitest';

import { cleanAddress, isOneRange, pathOf } from './request';

test('a path is what stands before a query or a fragment, decoded', () => {
  expect(pathOf('/learn/caf%C3%A9?q=1#top')).toBe('/learn/café');
  expect(pathOf('http://site.example/learn?q=1')).toBe('/learn');
  for (const malformed of ['/%', '/%ff', '*', '', 'learn', '?']) expect(pathOf(malformed)).toBeUndefined();
});

test('each way to write an address leads to it', () => {
  for (const [path, address] of [
    ['/', '/'],
    ['/index.html', '/'],
    ['/learn', '/learn'],
    ['/learn/', '/learn'],
    ['/learn.html', '/learn'],
    ['//learn///physics//', '/learn/physics'],
    ['/learn/./x/../physics', '/learn/physics'],
    ['/../../etc/passwd', '/etc/passwd'],
    // A question may be called that.
    ['/learn/law/questions/index', '/learn/law/questions/index'],
  ] as const) {
    expect(cleanAddress(path), path).toBe(address);
  }
});

/** Paths of the pieces that matter to an address. */
const paths = fc
  .array(fc.constantFrom('/', '//', '.', '..', '.html', 'index', 'a', '\\', '\r\n', '?', '#', '%', '\0', 'é'))
  .map((parts) => `/${parts.join('')}`);

test('no address leads to another host, up, or around in a circle', () => {
  fc.assert(
    fc.property(paths, (path) => {
      let [address, previous] = [cleanAddress(path), path];
      while (address !== previous) {
        expect(address.length).toBeLessThan(previous.length);
        [address, previous] = [cleanAddress(address), address];
      }
      expect(new URL(encodeURI(address), 'http://site.example').origin).toBe('http://site.example');
      expect(address).not.toMatch(/\/\.\.?(\/|$)/);
    }),
  );
});

test('one part is told from others', () => {
  for (const range of ['bytes=0-99', 'bytes=5-', 'bytes=5-5']) expect(isOneRange(range), range).toBe(true);
  for (const range of [undefined, '', 'x', 'bytes=', 'bytes=-5', 'bytes=5-2', 'bytes=0-1,5-6', 'lines=0-9']) {
    expect(isOneRange(range), range).toBe(false);
  }
});
