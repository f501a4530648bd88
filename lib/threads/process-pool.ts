import { fork, type ChildProcess, type Serializable } from 'node:child_process';
import type { Socket } from 'node:net';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import { limits } from '@/lib/limits';
import { afterProcessorTime } from './after-processor-time';
import { moduleAddress } from './module-address';
import type { PoolOptions, Reply } from './pool';

/** A third of what V8 keeps for objects that are soon garbage, as most of what a parser makes is. */
const semiSpaceMegabytes = 16;

/** Characters that are kept of what a process writes about its errors. */
const keptCharacters = 20_000;

/** The longest time after which a timer goes off. */
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
  /** What it wrote about errors. */
  errors: string;
  /** Stops the clock of its job. */
  stop: () => void;
}

/**
 * Runs a module's default export in processes of their own, one request at a time in each. Whatever a request does to its
 * process, this one goes on, also after a fault of native code: a request that takes too long, takes too much memory, throws
 * or ends its process gets a fault as its reply; other requests are not affected. Processes start when they are first
 * needed, end with this one, and do not keep it running.
 */
export class ProcessPool<Request, Result> {
  readonly #module: string;
  readonly #most: number;
  readonly #milliseconds: number;
  readonly #waiting: Job<Request, Result>[] = [];
  readonly #workers = new Set<Worker<Request, Result>>();
  /** Keeps this process running while a request has no reply. */
  #hold: NodeJS.Timeout | undefined;

  /** @param module path, within the project, of a module whose default export answers a request */
  constructor(
    module: string,
    { threads = availableParallelism(), milliseconds = limits.answerMilliseconds }: PoolOptions = {},
  ) {
    this.#module = moduleAddress(module);
    this.#most = threads;
    this.#milliseconds = milliseconds;
  }

  run(request: Request): Promise<Reply<Result>> {
    return new Promise((settle) => {
      this.#waiting.push({ request, settle });
      this.#goOn();
    });
  }

  /** Starts a process and loads the module before the first request. A fault of it is the reply to that request. */
  prepare(): void {
    if (this.#workers.size === 0) this.#start();
  }

  /** Ends the processes; requests without a reply get a fault. */
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
      // Certificates take Node.js a tenth of a second to read, and no worker uses the network.
      env: { ...process.env, NODE_ENV: 'production', NODE_EXTRA_CA_CERTS: undefined },
      // As between threads.
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
    // Of Node's two kinds of pipe, the one that can.
    if (child.stderr && 'unref' in child.stderr) (child.stderr as Socket).unref();
    child.channel?.unref();
    child.unref();
  }

  /** Takes what a process tells: that it is ready, why it never will be, or its reply. */
  #take(worker: Worker<Request, Result>, reply: Reply<Result>): void {
    if (!worker.isReady && 'fault' in reply) {
      this.#end(worker, reply.fault);
      return;
    }
    worker.isReady = true;
    this.#settle(worker, reply);
    this.#goOn();
  }

  /** Gives what waits to processes that wait, and starts others where there are too few. */
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
      // A reply that came while this process was busy counts.
      setImmediate(() => {
        if (worker.job === job) this.#end(worker, `it took longer than ${this.#milliseconds / 1000} s`);
      });
    });
    // A request is plain data.
    child.send(job.request as Serializable);
  }

  /** Ends a process. The fault is the reply to its request; if it never was ready, to one that waits. */
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

/** Why a process ended that nobody ended. */
function explain(errors: string, code: number | null, signal: NodeJS.Signals | null): string {
  if (/out of memory/i.test(errors)) return `it took more memory than ${limits.answerMegabytes} MB`;
  return signal ? `its process was ended by ${signal}` : `its process exited with code ${code ?? 0}`;
}

function processFile(): string {
  return join(/* turbopackIgnore: true */ process.cwd(), 'lib/threads/process.mjs');
}
