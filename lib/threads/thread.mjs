// Runs in each worker thread of a pool. Plain JavaScript, because the thread starts without a TypeScript
// loader.
import { readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { parentPort } from 'node:worker_threads';

/** @type {Promise<unknown> | undefined} */
let loader;

/**
 * Answers a request with the function that a module exports as its default, and tells the pool when it begins: until
 * then the thread and the module were starting, which is not counted as time of the request.
 *
 * @param {import('./pool').ThreadTask} task
 * @returns {Promise<import('./pool').Reply<unknown>>} what the module threw as text: not every error survives the way
 */
export default async function answer(task) {
  try {
    return { result: await work(task) };
  } catch (error) {
    return { fault: String(error) };
  }
}

/** @param {import('./pool').ThreadTask} task */
async function work({ module, number, request }) {
  if (module.endsWith('.ts')) {
    // Once for all concurrent requests: a second loader would load the module a second time.
    loader ??= import('tsx/esm/api').then(({ register }) => register());
    await loader;
  }
  /** @type {unknown} */
  const loaded = await import(module);
  if (number === undefined) return undefined;
  parentPort?.postMessage(/** @type {import('./pool').Beginning} */ ({ number, threadId: systemThreadId() }));
  return /** @type {{ default: (request: unknown) => unknown }} */ (loaded).default(request);
}

/** Linux's id of this thread; undefined on systems without `/proc`. */
function systemThreadId() {
  try {
    return basename(readlinkSync('/proc/thread-self'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
