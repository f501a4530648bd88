import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import { limits } from '@/lib/limits';
import { processorMilliseconds } from './processor-time';

/** A text that is taken apart leaves much that is soon of no use. */
const youngMegabytes = 48;

/** A request that waits for something that never comes is given up after so many times the time that it may take. */
const mostWaiting = 60;

/** What a thread answers: the result, or why there is none. */
export type Reply<Result> = { result: Result } | { fault: string };

interface Task<Request, Result> {
  request: Request;
  done: (reply: Reply<Result>) => void;
}

export interface PoolOptions {
  threads?: number;
  /** How long one request may keep a processor busy; on systems that do not tell, how long it may take. */
  milliseconds?: number;
}

/**
 * Runs a module's function in threads of its own, so that a request which takes too long, or too much memory, takes
 * nothing with it. Threads start when they are first needed and do not keep the program running.
 */
export class ThreadPool<Request, Result> {
  readonly #waiting: Task<Request, Result>[] = [];
  readonly #threads: Thread<Request, Result>[];

  /** @param module path, within the project, of a module that calls `serve` */
  constructor(module: string, options: PoolOptions = {}) {
    const { threads = availableParallelism(), milliseconds = limits.answerMilliseconds } = options;
    this.#threads = Array.from({ length: threads }, () => new Thread(module, milliseconds));
  }

  run(request: Request): Promise<Reply<Result>> {
    return new Promise((done) => {
      this.#waiting.push({ request, done });
      const idle = this.#threads.find(({ isBusy }) => !isBusy);
      if (idle) void this.#work(idle);
    });
  }

  /** Starts a thread before it is needed, beside whatever its owner does first. */
  prepare(): void {
    this.#threads[0]?.prepare();
  }

  /** Ends the threads; what is still waiting is not run. */
  async close(): Promise<void> {
    this.#waiting.length = 0;
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  async #work(thread: Thread<Request, Result>): Promise<void> {
    thread.isBusy = true;
    for (let task = this.#waiting.shift(); task; task = this.#waiting.shift()) {
      task.done(await thread.ask(task.request));
    }
    thread.isBusy = false;
    thread.rest();
  }
}

/**
 * Has a module's function answer one request in a thread, with which its memory is gone.
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

class Thread<Request, Result> {
  isBusy = false;
  readonly #module: string;
  readonly #milliseconds: number;
  #worker: Worker | undefined;
  /** Fulfilled once the worker takes requests, with its id in the system; empty where it has none. */
  #ready: Promise<string> | undefined;

  constructor(module: string, milliseconds: number) {
    this.#module = module;
    this.#milliseconds = milliseconds;
  }

  prepare(): void {
    // Whoever asks it hears why it did not start.
    this.#start().catch(() => undefined);
    this.rest();
  }

  async #start(): Promise<{ worker: Worker; id: string }> {
    if (!this.#worker) {
      this.#worker = startWorker(this.#module);
      // An error before the first message rejects.
      this.#ready = once(this.#worker, 'message').then(([id]) => String(id));
    }
    const worker = this.#worker;
    return { worker, id: (await this.#ready) ?? '' };
  }

  async ask(request: Request): Promise<Reply<Result>> {
    this.#worker?.ref();
    let started: { worker: Worker; id: string };
    try {
      started = await this.#start();
    } catch (error) {
      this.#worker = undefined;
      return { fault: `its thread did not start: ${String(error)}` };
    }
    const { worker, id } = started;
    return new Promise((resolve) => {
      const finish = (reply: Reply<Result>, isLost: boolean) => {
        stop();
        worker.off('message', answered).off('error', broke);
        if (isLost) {
          this.#worker = undefined;
          // It may still run out of memory before it has ended, which would otherwise end the program.
          worker.on('error', () => undefined);
          void worker.terminate();
        }
        resolve(reply);
      };
      const stop = afterProcessorTime(id, this.#milliseconds, () => {
        finish({ fault: `it took longer than ${this.#milliseconds / 1000} s` }, true);
      });
      const answered = (reply: Reply<Result>) => {
        finish(reply, false);
      };
      const broke = (error: Error) => {
        finish({ fault: error.message }, true);
      };
      worker.on('message', answered).on('error', broke);
      worker.postMessage(request);
    });
  }

  rest(): void {
    this.#worker?.unref();
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }
}

/**
 * Calls a function once a thread has kept a processor busy for some time from now on: other programs may slow it down.
 *
 * @returns a function that keeps it from being called
 */
function afterProcessorTime(threadId: string, milliseconds: number, isOver: () => void): () => void {
  const begun = processorMilliseconds(threadId) ?? 0;
  const started = performance.now();
  let timer = setTimeout(look, milliseconds);
  function look() {
    const waited = performance.now() - started;
    const used = (processorMilliseconds(threadId) ?? Infinity) - begun;
    if (used >= milliseconds || waited >= milliseconds * mostWaiting) isOver();
    else timer = setTimeout(look, milliseconds - used);
  }
  return () => {
    clearTimeout(timer);
  };
}

function startWorker(module: string): Worker {
  const { file, workerData } = threadOf(module);
  return new Worker(file, {
    workerData,
    env: { ...process.env, NODE_ENV: 'production' },
    resourceLimits: {
      maxOldGenerationSizeMb: limits.answerMegabytes,
      maxYoungGenerationSizeMb: youngMegabytes,
    },
  });
}

/** What a thread begins with: the compiled module where this one is compiled too, or else its source. */
function threadOf(module: string): { file: string; workerData?: string } {
  const commands = process.env.COMMANDS_FOLDER;
  if (commands !== undefined) return { file: join(commands, module.replace(/ts$/, 'mjs')) };
  // By paths, not as modules: Next.js would bundle them, and they run outside.
  const project = process.cwd();
  return {
    file: join(/* turbopackIgnore: true */ project, 'lib/threads/start.mjs'),
    workerData: join(/* turbopackIgnore: true */ project, module),
  };
}
