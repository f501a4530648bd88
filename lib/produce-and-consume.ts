import type { ReadableStreamDefaultController } from 'node:stream/web';

/**
 * Runs a producer and a consumer of items at the same time. Items wait in memory until they are consumed.
 *
 * @param produce calls its argument with each item; the call throws after `consume` has ended
 * @param consume receives the items in order, then the exception of `produce` if there is one
 * @returns the result of `consume`
 * @throws the exception of `consume`, otherwise that of `produce`, after both have ended
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
