import { setTimeout } from 'node:timers/promises';

/** A server takes long to start on a machine that has other work. */
const patienceMilliseconds = 60_000;
const pollMilliseconds = 50;

/** Waits until a server that was started answers. @throws Error when it does not */
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
