import { afterEach, expect, test } from 'vitest';

import { Companion } from './companion';

const opened: Companion<string, string>[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((companion) => companion.close()));
});

function open(): Companion<string, string> {
  const companion = new Companion<string, string>('lib/testing/counting-worker.ts');
  opened.push(companion);
  return companion;
}

test('a companion keeps its state, and handles requests concurrently', async () => {
  const companion = open();
  const first = companion.ask('wait for the next');
  expect(await companion.ask('count')).toBe(2);
  expect(await first).toBe(2);
});

test('an exception of a request is thrown, and the next request succeeds', async () => {
  const companion = open();
  await expect(companion.ask('throw')).rejects.toThrow('thrown');
  expect(await companion.ask('count')).toBe(2);
});

test('a companion sends messages without a request while there is a listener', async () => {
  const companion = open();
  const heard: string[] = [];
  const told = new Promise<void>((resolve) => {
    const stop = companion.listen((news) => {
      heard.push(news);
      stop();
      resolve();
    });
  });
  await companion.ask('tell later');
  await told;
  await companion.ask('tell later');
  expect(await companion.ask('count')).toBe(3);
  expect(heard).toEqual(['later']);
});
