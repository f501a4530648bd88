import type { ReadableStreamDefaultController } from 'node:stream/web';

/**
 * Runs a producer and a consumer of items at the same time. Items wait in memory until they are consumed.
 *
 * @param produce calls its argument with each item; the call throws after `consume` has thrown
 * @param consume receives the items in order, then the exception of `produce` if there is one; may ignore the
 *   items after those that it needs
 * @returns the result of `consume`
 * @throws the exception of `consume`, otherwise that of `produce`, after both have ended
 */
export async function produceAndConsume<Item, Result>(
  produce: (handOver: (item: Item) => void) => Promise<void>,
  consume: (items: AsyncIterable<Item>) => Promise<Result>,
): Promise<Result> {
  /** Undefined if no more items are needed. */
  let queue: ReadableStreamDefaultController<Item> | undefined;
  let failure: { reason: unknown } | undefined;
  const items = new ReadableStream<Item>({
    start: (controller) => {
      queue = controller;
    },
    cancel: () => {
      queue = undefined;
    },
  });
  const produceAll = async () => {
    try {
      await produce((item) => {
        if (failure) throw failure.reason;
        queue?.enqueue(item);
      });
    } catch (error) {
      queue?.error(error);
      throw error;
    }
    queue?.close();
  };
  const consumeAll = async () => {
    try {
      return await consume(items);
    } catch (reason) {
      failure = { reason };
      throw reason;
    }
  };
  const [produced, consumed] = await Promise.allSettled([produceAll(), consumeAll()]);
  if (consumed.status === 'rejected') throw consumed.reason;
  if (produced.status === 'rejected') throw produced.reason;
  return consumed.value;
}
