// Runs in each worker thread of a pool. Plain JavaScript, because the thread starts without a TypeScript
// loader.
import { readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { parentPort } from 'node:worker_threads';

/** @type {Promise<unknown> | undefined} */
let loader;

/**
 * Handles a request with the default export of a module. Reports the start of the request to the pool,
 * because the time limit does not include the start of the thread and the loading of the module.
 *
 * @param {import('./pool').ThreadTask} task
 * @returns {Promise<import('./pool').Reply<unknown>>} an exception becomes a text, because not every error
 *   can be sent between threads
 */
export default async function handle(task) {
  try {
    return { result: await work(task) };
  } catch (error) {
    return { fault: String(error) };
  }
}

/** @param {import('./pool').ThreadTask} task */
async function work({ module, number, request }) {
  if (module.endsWith('.ts')) {
    // Shared by concurrent requests, because a second loader would load modules a second time.
    loader ??= import('tsx/esm/api').then(({ register }) => register());
    await loader;
  }
  /** @type {unknown} */
  const loaded = await import(module);
  if (number === undefined) return undefined;
  parentPort?.postMessage(
    /** @type {import('./pool').RequestStarted} */ ({ number, threadId: systemThreadId() }),
  );
  return /** @type {{ default: (request: unknown) => unknown }} */ (loaded).default(request);
}

/** The id of this thread on Linux; undefined on systems without `/proc`. */
function systemThreadId() {
  try {
    return basename(readlinkSync('/proc/thread-self'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
