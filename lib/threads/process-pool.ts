import { fork, type ChildProcess, type Serializable } from 'node:child_process';
import type { Socket } from 'node:net';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import { limits } from '@/lib/limits';
import { afterProcessorTime } from './after-processor-time';
import { moduleUrl } from './module-url';
import type { PoolOptions, Reply } from './pool';

/**
 * Maximum size of a semi-space in MB. V8's young generation consists of three. A parser creates mostly
 * short-lived objects.
 */
const semiSpaceMegabytes = 16;

/** Number of characters kept of a process's error output. */
const keptCharacters = 20_000;

/** Maximum delay of a timer in milliseconds. */
const longestTimer = 2 ** 31 - 1;

interface Job<Request, Result> {
  request: Request;
  settle: (reply: Reply<Result>) => void;
}

interface Worker<Request, Result> {
  child: ChildProcess;
  /** Whether its module is loaded. */
  isReady: boolean;
  job: Job<Request, Result> | undefined;
  /** Its error output. */
  errors: string;
  /** Cancels the time limit of its job. */
  stop: () => void;
}

/**
 * Runs a module's default export in separate processes, one request at a time in each. If a request takes too
 * long, uses too much memory, throws or ends its process, its reply is a fault, even after a fault of native
 * code. Other requests and the calling process are not affected. Processes start when they are first needed,
 * end with the calling process, and do not keep it running.
 */
export class ProcessPool<Request, Result> {
  readonly #module: string;
  readonly #most: number;
  readonly #milliseconds: number;
  readonly #waiting: Job<Request, Result>[] = [];
  readonly #workers = new Set<Worker<Request, Result>>();
  /** Keeps this process running while requests are pending. */
  #hold: NodeJS.Timeout | undefined;

  /** @param module path within the project of a module whose default export handles a request */
  constructor(
    module: string,
    { size = availableParallelism(), milliseconds = limits.answerMilliseconds }: PoolOptions = {},
  ) {
    this.#module = moduleUrl(module);
    this.#most = size;
    this.#milliseconds = milliseconds;
  }

  run(request: Request): Promise<Reply<Result>> {
    return new Promise((settle) => {
      this.#waiting.push({ request, settle });
      this.#goOn();
    });
  }

  /**
   * Starts a process and loads the module before the first request. If loading fails, the reply to that
   * request is the fault.
   */
  prepare(): void {
    if (this.#workers.size === 0) this.#start();
  }

  /** Ends the processes. Pending requests get a fault. */
  async close(): Promise<void> {
    const fault = 'its process was ended';
    for (const { settle } of this.#waiting.splice(0)) settle({ fault });
    await Promise.all(
      [...this.#workers].map(async (worker) => {
        const end = new Promise((resolve) => worker.child.once('exit', resolve));
        worker.child.ref();
        this.#end(worker, fault);
        await end;
        if (worker.errors !== '') process.stderr.write(worker.errors);
      }),
    );
  }

  #start(): void {
    const child = fork(processFile(), [this.#module], {
      execArgv: [
        `--max-old-space-size=${limits.answerMegabytes}`,
        `--max-semi-space-size=${semiSpaceMegabytes}`,
      ],
      // Reading certificates takes Node.js 0.1 s, and workers do not use the network.
      env: { ...process.env, NODE_ENV: 'production', NODE_EXTRA_CA_CERTS: undefined },
      // The same serialization as between threads.
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    });
    const worker: Worker<Request, Result> = {
      child,
      isReady: false,
      job: undefined,
      errors: '',
      stop: () => undefined,
    };
    this.#workers.add(worker);
    child.on('message', (reply: Reply<Result>) => {
      this.#take(worker, reply);
    });
    child.on('error', ({ message }) => {
      this.#end(worker, message);
    });
    child.on('close', (code, signal) => {
      this.#end(worker, explain(worker.errors, code, signal));
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      worker.errors = (worker.errors + text).slice(-keptCharacters);
    });
    // Only one of Node's two types of streams has `unref`.
    if (child.stderr && 'unref' in child.stderr) (child.stderr as Socket).unref();
    child.channel?.unref();
    child.unref();
  }

  /** Handles a message of a process: that it is ready, that loading failed, or a reply. */
  #take(worker: Worker<Request, Result>, reply: Reply<Result>): void {
    if (!worker.isReady && 'fault' in reply) {
      this.#end(worker, reply.fault);
      return;
    }
    worker.isReady = true;
    this.#settle(worker, reply);
    this.#goOn();
  }

  /** Assigns pending requests to idle processes, and starts processes if there are too few. */
  #goOn(): void {
    const free = [...this.#workers].filter(({ job }) => job === undefined);
    for (const worker of free.filter(({ isReady }) => isReady)) {
      const job = this.#waiting.shift();
      if (job) this.#give(worker, job);
    }
    const starting = free.filter(({ isReady }) => !isReady).length;
    const missing = Math.min(this.#waiting.length - starting, this.#most - this.#workers.size);
    for (let count = 0; count < missing; count += 1) this.#start();
    const isBusy = this.#waiting.length > 0 || [...this.#workers].some(({ job }) => job);
    if (isBusy) {
      this.#hold ??= setInterval(() => undefined, longestTimer);
    } else {
      clearInterval(this.#hold);
      this.#hold = undefined;
    }
  }

  #give(worker: Worker<Request, Result>, job: Job<Request, Result>): void {
    const { child } = worker;
    worker.job = job;
    worker.stop = afterProcessorTime(child.pid?.toString(), this.#milliseconds, () => {
      // Lets a reply be processed first that arrived while this process was busy.
      setImmediate(() => {
        if (worker.job === job) this.#end(worker, `it took longer than ${this.#milliseconds / 1000} s`);
      });
    });
    // Requests are plain data.
    child.send(job.request as Serializable);
  }

  /**
   * Ends a process. The reply to its request is the fault. If the process had not loaded its module, it has
   * no request, and the fault is the reply to the first pending request.
   */
  #end(worker: Worker<Request, Result>, fault: string): void {
    if (!this.#workers.delete(worker)) return;
    worker.child.kill('SIGKILL');
    if (!worker.isReady) worker.job = this.#waiting.shift();
    this.#settle(worker, { fault });
    this.#goOn();
  }

  #settle(worker: Worker<Request, Result>, reply: Reply<Result>): void {
    const { job } = worker;
    worker.stop();
    worker.job = undefined;
    job?.settle(reply);
  }
}

/** The reason why a process ended by itself. */
function explain(errors: string, code: number | null, signal: NodeJS.Signals | null): string {
  if (/out of memory/i.test(errors)) return `it used more than ${limits.answerMegabytes} MB of memory`;
  return signal ? `its process was ended by ${signal}` : `its process exited with code ${code ?? 0}`;
}

function processFile(): string {
  return join(/* turbopackIgnore: true */ process.cwd(), 'lib/threads/process.mjs');
}
