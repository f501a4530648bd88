import { Piscina } from 'piscina';

import { moduleAddress } from './module-address';
import { threadFile, type Reply, type ThreadTask } from './pool';

/**
 * Limit of Piscina for concurrent requests in the thread. Higher than the number of requests at any time, so that no
 * request waits for another.
 */
const mostRequests = 10_000;

/** A message that the module of a companion posts to `parentPort` without a request. */
export interface News<Told> {
  news: Told;
}

/**
 * One thread that runs as long as the program and keeps the state of its module between requests. It starts immediately.
 * Use it for trusted work without a time limit. Use `ThreadPool` for work that may hang or run out of memory, and
 * `ProcessPool` for work that may also crash native code.
 */
export class Companion<Request, Told = never> {
  readonly #module: string;
  readonly #pool: Piscina<ThreadTask, Reply<unknown>>;
  readonly #listeners = new Set<(told: Told) => void>();

  /**
   * @param module path within the project of a module whose default export handles a request
   * @param commands the folder of compiled modules that contains it, see `moduleAddress`
   */
  constructor(module: string, commands?: string) {
    this.#module = moduleAddress(module, commands);
    this.#pool = new Piscina({
      filename: threadFile(),
      minThreads: 1,
      maxThreads: 1,
      concurrentTasksPerWorker: mostRequests,
      idleTimeout: Infinity,
      recordTiming: false,
      // Otherwise the thread sleeps between requests and receives no other messages.
      atomics: 'disabled',
      env: { ...process.env, NODE_ENV: 'production' },
    });
    this.#pool.on('message', (message: object) => {
      if ('news' in message) for (const listen of this.#listeners) listen((message as News<Told>).news);
    });
  }

  /** @throws Error with the message of an exception in the module */
  async ask(request: Request): Promise<unknown> {
    const reply = await this.#pool.run({ module: this.#module, number: 0, request });
    if ('result' in reply) return reply.result;
    throw new Error(reply.fault);
  }

  /** Calls a function for each message that the module posts. @returns a function that stops this */
  listen(listener: (told: Told) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Ends the thread. Pending requests fail. */
  close(): Promise<void> {
    return this.#pool.destroy();
  }
}
