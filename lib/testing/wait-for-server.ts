import { setTimeout } from 'node:timers/promises';

/** Time limit in milliseconds; servers start slowly on a busy machine. */
const patienceMilliseconds = 60_000;
const pollMilliseconds = 50;

/** Waits until a started server responds. @throws Error after a time limit */
export async function waitForServer(url: string): Promise<void> {
  const until = performance.now() + patienceMilliseconds;
  while (performance.now() < until) {
    const isThere = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await setTimeout(pollMilliseconds);
  }
  throw new Error(`Nothing answers at ${url}`);
}
