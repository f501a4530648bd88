import type { ReadableStreamDefaultController } from 'node:stream/web';

/**
 * Runs what produces items and what consumes them at the same time. Items wait in memory until they are consumed.
 *
 * @param produce hands over items as they are there; once they cannot be consumed any more, handing over throws
 * @param consume gets the items in their order, then what `produce` threw, if it did
 * @returns what `consume` returns
 * @throws what `consume` throws, otherwise what `produce` throws, after both have ended
 */
export async function produceAndConsume<Item, Result>(
  produce: (handOver: (item: Item) => void) => Promise<void>,
  consume: (items: AsyncIterable<Item>) => Promise<Result>,
): Promise<Result> {
  let queue: ReadableStreamDefaultController<Item> | undefined;
  const items = new ReadableStream<Item>({
    start: (controller) => {
      queue = controller;
    },
  });
  const produceAll = async () => {
    try {
      await produce((item) => queue?.enqueue(item));
    } catch (error) {
      queue?.error(error);
      throw error;
    }
    queue?.close();
  };
  const [produced, consumed] = await Promise.allSettled([produceAll(), consume(items)]);
  if (consumed.status === 'rejected') throw consumed.reason;
  if (produced.status === 'rejected') throw produced.reason;
  return consumed.value;
}
