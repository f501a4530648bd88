import { Piscina } from 'piscina';

import { moduleAddress } from './module-address';
import { threadFile, type Reply, type ThreadTask } from './pool';

/** More requests than are ever made at a time: a thread that keeps what it knows answers them side by side. */
const mostRequests = 10_000;

/** What the module of a companion posts to `parentPort` to tell something that nobody asked for. */
export interface News<Told> {
  news: Told;
}

/**
 * One thread that runs as long as the program does, and keeps what its module knows from one request to the next. It starts
 * at once. It is for work of our own that may take any time; what may hang or run out of memory belongs into a `ThreadPool`.
 */
export class Companion<Request, Told = never> {
  readonly #module: string;
  readonly #pool: Piscina<ThreadTask, Reply<unknown>>;
  readonly #listeners = new Set<(told: Told) => void>();

  /**
   * @param module path, within the project, of a module whose default export answers a request
   * @param commands the folder of compiled modules that has it, see `moduleAddress`
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
      // Otherwise the thread sleeps between requests, and hears of nothing else.
      atomics: 'disabled',
      env: { ...process.env, NODE_ENV: 'production' },
    });
    this.#pool.on('message', (message: object) => {
      if ('news' in message) for (const listen of this.#listeners) listen((message as News<Told>).news);
    });
  }

  /** @throws Error with the message of what the module threw */
  async ask(request: Request): Promise<unknown> {
    const reply = await this.#pool.run({ module: this.#module, number: 0, request });
    if ('result' in reply) return reply.result;
    throw new Error(reply.fault);
  }

  /** Has a function called with whatever the module tells. @returns a function that ends this */
  listen(listener: (told: Told) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Ends the thread; requests without a reply fail. */
  close(): Promise<void> {
    return this.#pool.destroy();
  }
}
