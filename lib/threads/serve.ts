import { parentPort } from 'node:worker_threads';

import { systemThreadId } from './processor-time';

/** Answers the requests of a `ThreadPool`, one at a time, with a function. The first message says that it can: the thread's id. */
export function serve(answer: (request: never) => object | Promise<object>): void {
  // What the pool sends is what its owner types it to send.
  const reply = async (request: unknown) => {
    try {
      parentPort?.postMessage({ result: await answer(request as never) });
    } catch (error) {
      parentPort?.postMessage({ fault: String(error) });
    }
  };
  parentPort?.on('message', (request) => void reply(request));
  parentPort?.postMessage(systemThreadId() ?? '');
}
