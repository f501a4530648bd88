import { afterEach, expect, test } from 'vitest';

import { StatefulThread } from './stateful-thread';

const opened: StatefulThread<string, string>[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((thread) => thread.close()));
});

function open(): StatefulThread<string, string> {
  const thread = new StatefulThread<string, string>('lib/testing/counting-worker.ts');
  opened.push(thread);
  return thread;
}

test('a stateful thread keeps its state, and handles requests concurrently', async () => {
  const thread = open();
  const first = thread.ask('wait for the next');
  expect(await thread.ask('count')).toBe(2);
  expect(await first).toBe(2);
});

test('an exception of a request is thrown, and the next request succeeds', async () => {
  const thread = open();
  await expect(thread.ask('throw')).rejects.toThrow('thrown');
  expect(await thread.ask('count')).toBe(2);
});

test('a stateful thread sends messages without a request while there is a listener', async () => {
  const thread = open();
  const heard: string[] = [];
  const told = new Promise<void>((resolve) => {
    const stop = thread.listen((news) => {
      heard.push(news);
      stop();
      resolve();
    });
  });
  await thread.ask('tell later');
  await told;
  await thread.ask('tell later');
  expect(await thread.ask('count')).toBe(3);
  expect(heard).toEqual(['later']);
});
