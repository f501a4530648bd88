import { parentPort } from 'node:worker_threads';

let count = 0;
let next: () => void = () => undefined;

/** A thread for tests: returns the number of requests so far. */
export default async function answer(request: string): Promise<number> {
  count += 1;
  next();
  switch (request) {
    case 'wait for the next':
      await new Promise<void>((resolve) => {
        next = resolve;
      });
      break;
    case 'throw':
      throw new Error('thrown');
    case 'tell later':
      setTimeout(() => parentPort?.postMessage({ notification: 'later' }), 1);
  }
  return count;
}
