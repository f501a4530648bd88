import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { Piscina } from 'piscina';

import { limits } from '@/lib/limits';
import { isSystemError } from '@/lib/system-error';
import { afterProcessorTime } from './after-processor-time';
import { moduleAddress } from './module-address';

/** Megabytes for objects that are soon garbage, as most of what a parser makes is. */
const youngMegabytes = 48;

/** How long {@link ThreadPool.close} waits for threads that run native code, which cannot be interrupted. */
const closeMilliseconds = 1000;

/** What a thread answers: the result, or why there is none. */
export type Reply<Result> = { result: Result } | { fault: string };

/** What a pool sends to `thread.mjs`. */
export interface ThreadTask {
  /** The address of the module whose default export answers. */
  module: string;
  /** Under which the thread tells that it begins with the request; without it the module is only loaded. */
  number?: number;
  request?: unknown;
}

/** What `thread.mjs` tells when it begins with a request. */
export interface Beginning {
  number: number;
  /** By which the system knows the thread; undefined where it does not tell. */
  threadId: string | undefined;
}

export interface PoolOptions {
  /** The most threads at a time; as many as there are cores unless told otherwise. */
  threads?: number;
  /**
   * How much time of a processor one request may take, from when a thread begins with it; on systems that do not tell, how long
   * it may take.
   */
  milliseconds?: number;
}

/**
 * Runs a module's default export in worker threads. A request that takes too long, takes too much memory, throws or ends
 * its thread gets a fault as its reply; other requests are not affected. Threads start when they are first needed and do
 * not keep the process running.
 */
export class ThreadPool<Request, Result> {
  readonly #module: string;
  readonly #threads: number;
  readonly #milliseconds: number;
  /** What is done when a thread begins with a request, by the request's number. */
  readonly #begins = new Map<number, (threadId: string | undefined) => void>();
  #count = 0;
  #pool: Piscina<ThreadTask, Reply<Result>> | undefined;

  /** @param module path, within the project, of a module whose default export answers a request */
  constructor(
    module: string,
    { threads = availableParallelism(), milliseconds = limits.answerMilliseconds }: PoolOptions = {},
  ) {
    this.#module = moduleAddress(module);
    this.#threads = threads;
    this.#milliseconds = milliseconds;
  }

  async run(request: Request): Promise<Reply<Result>> {
    const number = (this.#count += 1);
    const controller = new AbortController();
    let stop = () => undefined;
    this.#begins.set(number, (threadId) => {
      stop = afterProcessorTime(threadId, this.#milliseconds, () => {
        // A reply that came while this thread was busy counts.
        setImmediate(() => {
          controller.abort();
        });
      });
    });
    const reply = await this.#send({ module: this.#module, number, request }, controller.signal);
    this.#begins.delete(number);
    stop();
    return controller.signal.aborted
      ? { fault: `it took longer than ${this.#milliseconds / 1000} s` }
      : reply;
  }

  /** Starts a thread and loads the module before the first request. A fault of it is the reply to that request. */
  prepare(): void {
    void this.#send({ module: this.#module });
  }

  /** Ends the threads; requests without a reply get a fault. */
  async close(): Promise<void> {
    const pool = this.#pool;
    this.#pool = undefined;
    if (!pool) return;
    const timeout = new AbortController();
    await Promise.race([pool.destroy(), wait(closeMilliseconds, undefined, { signal: timeout.signal })]);
    timeout.abort();
  }

  async #send(task: ThreadTask, signal?: AbortSignal): Promise<Reply<Result>> {
    this.#pool ??= this.#start();
    try {
      // With the name in the pool's options, a thread that cannot load it would leave its requests waiting forever.
      return await this.#pool.run(task, { filename: threadFile(), signal });
    } catch (error) {
      // Whatever ended the thread. Between threads some errors lose their class or their message.
      return { fault: (error instanceof Error && error.message) || 'its thread failed' };
    }
  }

  #start(): Piscina<ThreadTask, Reply<Result>> {
    const pool = new Piscina<ThreadTask, Reply<Result>>({
      // With none, requests that wait would wait forever after the last thread was ended.
      minThreads: 1,
      maxThreads: this.#threads,
      idleTimeout: Infinity,
      stricterFIFO: true,
      recordTiming: false,
      env: { ...process.env, NODE_ENV: 'production' },
      resourceLimits: {
        maxOldGenerationSizeMb: limits.answerMegabytes,
        maxYoungGenerationSizeMb: youngMegabytes,
      },
    });
    pool.on('message', ({ number, threadId }: Beginning) => this.#begins.get(number)?.(threadId));
    // An error of a thread that has no request.
    pool.on('error', (error: unknown) => {
      // A thread whose request took too long may run out of memory before it has ended.
      if (!isSystemError(error, 'ERR_WORKER_OUT_OF_MEMORY')) throw error;
    });
    return pool;
  }
}

/**
 * Has a module's default export answer one request in a thread of its own, which ends with it.
 *
 * @throws Error saying why there is no answer
 */
export async function runInThread<Result>(
  module: string,
  request: unknown,
  milliseconds: number,
): Promise<Result> {
  const pool = new ThreadPool<unknown, Result>(module, { threads: 1, milliseconds });
  const reply = await pool.run(request);
  await pool.close();
  if ('result' in reply) return reply.result;
  throw new Error(`${module} gave no answer: ${reply.fault}`);
}

/** What every thread begins with. */
export function threadFile(): string {
  return join(/* turbopackIgnore: true */ process.cwd(), 'lib/threads/thread.mjs');
}
