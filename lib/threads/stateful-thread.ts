import { Piscina } from 'piscina';

import { moduleUrl } from './module-url';
import { threadFile, type Reply, type ThreadTask } from './pool';

/**
 * Limit of Piscina for concurrent requests in the thread. Higher than the number of requests at any time, so
 * that no request waits for another.
 */
const maxRequests = 10_000;

/** A message that the module of a {@link StatefulThread} posts to `parentPort` without a request. */
export interface ThreadNotification<Message> {
  notification: Message;
}

/**
 * One thread that runs as long as the program and keeps the state of its module between requests. It starts
 * immediately. Use it for trusted work without a time limit. Use `ThreadPool` for work that may hang or run
 * out of memory, and `ProcessPool` for work that may also crash native code.
 */
export class StatefulThread<Request, Message = never> {
  readonly #module: string;
  readonly #pool: Piscina<ThreadTask, Reply<unknown>>;
  readonly #listeners = new Set<(message: Message) => void>();

  /**
   * @param module path within the project of a module whose default export handles a request
   * @param compiledFolder the folder of compiled modules that contains it, see `moduleUrl`
   */
  constructor(module: string, compiledFolder?: string) {
    this.#module = moduleUrl(module, compiledFolder);
    this.#pool = new Piscina({
      filename: threadFile(),
      minThreads: 1,
      maxThreads: 1,
      concurrentTasksPerWorker: maxRequests,
      idleTimeout: Infinity,
      recordTiming: false,
      // Otherwise the thread sleeps between requests and receives no other messages.
      atomics: 'disabled',
      env: { ...process.env, NODE_ENV: 'production' },
    });
    this.#pool.on('message', (message: object) => {
      if (!('notification' in message)) return;
      const { notification } = message as ThreadNotification<Message>;
      for (const listen of this.#listeners) listen(notification);
    });
  }

  /** @throws Error with the message of an exception in the module */
  async ask(request: Request): Promise<unknown> {
    const reply = await this.#pool.run({ module: this.#module, number: 0, request });
    if ('result' in reply) return reply.result;
    throw new Error(reply.fault);
  }

  /** Calls a function for each message that the module posts. @returns a function that stops this */
  listen(listener: (message: Message) => void): () => void {
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
