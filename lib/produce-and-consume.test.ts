import { setImmediate } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { produceAndConsume } from './produce-and-consume';

/** Hands over the numbers from 1 to 5, with other work in between. */
async function produceFive(handOver: (item: number) => void): Promise<void> {
  for (let item = 1; item <= 5; item += 1) {
    handOver(item);
    await setImmediate();
  }
}

async function collect(items: AsyncIterable<number>): Promise<number[]> {
  const collected: number[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

test('items are consumed in their order while others are produced', async () => {
  const events: string[] = [];
  const sum = await produceAndConsume<number, number>(
    (handOver) =>
      produceFive((item) => {
        events.push(`produced ${item}`);
        handOver(item);
      }),
    async (items) => {
      let total = 0;
      for await (const item of items) {
        events.push(`consumed ${item}`);
        total += item;
      }
      return total;
    },
  );
  expect(sum).toBe(15);
  expect(events.indexOf('consumed 1')).toBeLessThan(events.indexOf('produced 5'));
});

test('what the producer throws reaches the consumer and the caller', async () => {
  let reached: unknown;
  const both = produceAndConsume<number, number[]>(
    async (handOver) => {
      await produceFive(handOver);
      throw new Error('not produced');
    },
    (items) =>
      collect(items).catch((error: unknown) => {
        reached = error;
        throw error;
      }),
  );
  await expect(both).rejects.toThrow('not produced');
  expect(reached).toEqual(new Error('not produced'));
});

test('a producer that fails is an error even if the consumer has ended', async () => {
  const both = produceAndConsume<number, string>(
    () => Promise.reject(new Error('not produced')),
    () => Promise.resolve('consumed'),
  );
  await expect(both).rejects.toThrow('not produced');
});

test('a consumer that fails stops the producer; both have ended then', async () => {
  const handedOver: number[] = [];
  let hasEnded = false;
  const both = produceAndConsume<number, number>(
    async (handOver) => {
      try {
        await produceFive((item) => {
          handOver(item);
          handedOver.push(item);
        });
      } finally {
        await setImmediate();
        hasEnded = true;
      }
    },
    async (items) => {
      for await (const item of items) if (item === 2) throw new Error('not consumed');
      return 0;
    },
  );
  await expect(both).rejects.toThrow('not consumed');
  expect(hasEnded).toBe(true);
  expect(handedOver).not.toContain(5);
});

test('a consumer that has what it needs ends while other items are produced', async () => {
  const events: string[] = [];
  const first = await produceAndConsume<number, number>(
    async (handOver) => {
      await produceFive(handOver);
      events.push('all produced');
    },
    async (items) => {
      for await (const item of items) {
        events.push(`consumed ${item}`);
        return item;
      }
      return 0;
    },
  );
  expect(first).toBe(1);
  expect(events).toEqual(['consumed 1', 'all produced']);
});

test('nothing to consume is no error', async () => {
  await expect(produceAndConsume(() => Promise.resolve(), collect)).resolves.toEqual([]);
});
