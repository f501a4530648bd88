import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import { limits } from '@/lib/limits';
import type { Answer } from '@/lib/source/article';
import type { RenderedAnswer } from './render';
import { sourceHtml } from './source-html';

export type AnswerText = Pick<Answer, 'form' | 'text'>;

type Reply = 'ready' | { rendered: RenderedAnswer } | { fault: string };

interface Task {
  answer: AnswerText;
  done: (rendered: RenderedAnswer) => void;
}

/**
 * Renders answers in threads of their own, so that one which takes too long, or too much memory, takes nothing with it:
 * it comes back as its source, with a remark that says why.
 */
export class AnswerRenderer {
  readonly #waiting: Task[] = [];
  readonly #threads: RenderThread[];

  /**
   * @param threads how many answers are rendered at a time
   * @param milliseconds how long one may take
   */
  constructor(threads: number, milliseconds: number = limits.answerMilliseconds) {
    this.#threads = Array.from({ length: threads }, () => new RenderThread(milliseconds));
  }

  render(answer: AnswerText): Promise<RenderedAnswer> {
    return new Promise((done) => {
      this.#waiting.push({ answer, done });
      for (const thread of this.#threads) void this.#work(thread);
    });
  }

  /** Ends the threads; what is still waiting is not rendered. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  async #work(thread: RenderThread): Promise<void> {
    if (thread.isBusy) return;
    for (let task = this.#waiting.shift(); task; task = this.#waiting.shift()) {
      task.done(await thread.render(task.answer));
    }
  }
}

/** One thread, started when it is first needed and again after it had to be stopped. */
class RenderThread {
  isBusy = false;
  readonly #milliseconds: number;
  #worker: Worker | undefined;

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
  }

  async render(answer: AnswerText): Promise<RenderedAnswer> {
    this.isBusy = true;
    try {
      const reply = await this.#ask(answer);
      return 'rendered' in reply ? reply.rendered : asSource(answer, reply.fault);
    } finally {
      this.#worker?.unref();
      this.isBusy = false;
    }
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  async #ask(answer: AnswerText): Promise<Exclude<Reply, 'ready'>> {
    this.#worker ??= await startWorker();
    const worker = this.#worker;
    worker.ref();
    return new Promise((resolve) => {
      const finish = (reply: Exclude<Reply, 'ready'>, isLost: boolean) => {
        clearTimeout(timer);
        worker.off('message', answered).off('error', broke);
        if (isLost) {
          this.#worker = undefined;
          void worker.terminate();
        }
        resolve(reply);
      };
      const timer = setTimeout(() => {
        finish({ fault: `it took longer than ${this.#milliseconds / 1000} s` }, true);
      }, this.#milliseconds);
      const answered = (reply: Exclude<Reply, 'ready'>) => {
        finish(reply, false);
      };
      const broke = (error: Error) => {
        finish({ fault: error.message }, true);
      };
      worker.on('message', answered).on('error', broke);
      worker.postMessage(answer);
    });
  }
}

async function startWorker(): Promise<Worker> {
  // By its path, not as a module: Next.js would bundle it, and it runs outside.
  const worker = new Worker(join(/* turbopackIgnore: true */ process.cwd(), 'lib/answer/worker-start.mjs'), {
    env: { ...process.env, NODE_ENV: 'production' },
    resourceLimits: { maxOldGenerationSizeMb: limits.answerMegabytes },
  });
  // An error before the first message rejects.
  await once(worker, 'message');
  return worker;
}

function asSource({ text }: AnswerText, fault: string): RenderedAnswer {
  const message = `The answer could not be turned into a page: ${fault}. Make it shorter, or its nesting simpler.`;
  return {
    html: sourceHtml(text),
    headings: [],
    remarks: [{ offset: 0, severity: 'error', code: 'answer-failed', message }],
  };
}
