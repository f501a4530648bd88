import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { Piscina } from 'piscina';

import { limits } from '@/lib/limits';
import { isSystemError } from '@/lib/system-error';
import { afterProcessorTime } from './after-processor-time';
import { moduleUrl } from './module-url';

/** Maximum size of V8's young generation in MB. A parser creates mostly short-lived objects. */
const youngMegabytes = 48;

/**
 * Time in milliseconds that {@link ThreadPool.close} waits for threads in native code, which cannot be
 * interrupted.
 */
const closeMilliseconds = 1000;

/** The reply of a thread: the result, or the reason why there is none. */
export type Reply<Result> = { result: Result } | { fault: string };

/** A message from the pool to `thread.mjs`. */
export interface ThreadTask {
  /** The file URL of the module whose default export handles the request. */
  module: string;
  /** Number with which the thread reports the start of the request; without it, the module is only loaded. */
  number?: number;
  request?: unknown;
}

/** A message from `thread.mjs` at the start of a request. */
export interface RequestStarted {
  number: number;
  /** The system's id of the thread; undefined if the system does not report it. */
  threadId: string | undefined;
}

export interface PoolOptions {
  /** Maximum number of threads or processes; by default the number of cores. */
  size?: number;
  /**
   * Limit of processor time for one request, from its start in the thread. On systems that do not report
   * processor time, a limit of elapsed time.
   */
  milliseconds?: number;
}

/**
 * Runs a module's default export in worker threads. If a request takes too long, uses too much memory, throws
 * or ends its thread, its reply is a fault. Other requests are not affected. Threads start when they are
 * first needed and do not keep the process running.
 */
export class ThreadPool<Request, Result> {
  readonly #module: string;
  readonly #size: number;
  readonly #milliseconds: number;
  /** Callbacks for the start of requests, by number. */
  readonly #onStart = new Map<number, (threadId: string | undefined) => void>();
  #count = 0;
  #pool: Piscina<ThreadTask, Reply<Result>> | undefined;

  /** @param module path within the project of a module whose default export handles a request */
  constructor(
    module: string,
    { size = availableParallelism(), milliseconds = limits.answerMilliseconds }: PoolOptions = {},
  ) {
    this.#module = moduleUrl(module);
    this.#size = size;
    this.#milliseconds = milliseconds;
  }

  async run(request: Request): Promise<Reply<Result>> {
    const number = (this.#count += 1);
    const controller = new AbortController();
    let stop = () => undefined;
    this.#onStart.set(number, (threadId) => {
      stop = afterProcessorTime(threadId, this.#milliseconds, () => {
        // Lets a reply be processed first that arrived while this thread was busy.
        setImmediate(() => {
          controller.abort();
        });
      });
    });
    const reply = await this.#send({ module: this.#module, number, request }, controller.signal);
    this.#onStart.delete(number);
    stop();
    return controller.signal.aborted
      ? { fault: `it took longer than ${this.#milliseconds / 1000} s` }
      : reply;
  }

  /**
   * Starts a thread and loads the module before the first request. If loading fails, the reply to that
   * request is the fault.
   */
  prepare(): void {
    void this.#send({ module: this.#module });
  }

  /** Ends the threads. Pending requests get a fault. */
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
      // If the file name were in the options of the pool, a failure to load it would leave requests pending
      // forever.
      return await this.#pool.run(task, { filename: threadFile(), signal });
    } catch (error) {
      // The error may have any cause. Some errors lose their class or message between threads.
      return { fault: (error instanceof Error && error.message) || 'its thread failed' };
    }
  }

  #start(): Piscina<ThreadTask, Reply<Result>> {
    const pool = new Piscina<ThreadTask, Reply<Result>>({
      // Without a minimum, pending requests would wait forever after the last thread has ended.
      minThreads: 1,
      maxThreads: this.#size,
      idleTimeout: Infinity,
      stricterFIFO: true,
      recordTiming: false,
      env: { ...process.env, NODE_ENV: 'production' },
      resourceLimits: {
        maxOldGenerationSizeMb: limits.answerMegabytes,
        maxYoungGenerationSizeMb: youngMegabytes,
      },
    });
    pool.on('message', ({ number, threadId }: RequestStarted) => this.#onStart.get(number)?.(threadId));
    // An error of a thread without a request.
    pool.on('error', (error: unknown) => {
      // A thread that exceeded its time limit may run out of memory before it has ended.
      if (!isSystemError(error, 'ERR_WORKER_OUT_OF_MEMORY')) throw error;
    });
    return pool;
  }
}

/** Runs one request in a new thread. @throws Error with the reason if there is no result */
export async function runInThread<Result>(
  module: string,
  request: unknown,
  milliseconds: number,
): Promise<Result> {
  const pool = new ThreadPool<unknown, Result>(module, { size: 1, milliseconds });
  const reply = await pool.run(request);
  await pool.close();
  if ('result' in reply) return reply.result;
  throw new Error(`${module} failed: ${reply.fault}`);
}

/** The file that every thread runs. */
export function threadFile(): string {
  return join(/* turbopackIgnore: true */ process.cwd(), 'lib/threads/thread.mjs');
}
