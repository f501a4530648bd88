import { fileHashOf, type Entry } from '@/lib/catalogue/entry';
import { readAnswer } from '@/lib/catalogue/read-entry';
import type { PoolOptions } from '@/lib/threads/pool';
import { ProcessPool } from '@/lib/threads/process-pool';
import { answerFailedMessage } from './answer-failed';
import { noBeginning } from './beginning/beginning';
import { AnswerCache } from './cache';
import type { AnswerText } from './parse';
import type { RenderedAnswer } from './render';
import { sourceHtml } from './source-html';

/**
 * Renders answers in separate processes, because the Markdown parser is native code. If rendering fails, the
 * result contains the source of the answer and a remark.
 */
export class AnswerRenderer {
  readonly #pool: ProcessPool<AnswerText, RenderedAnswer>;

  constructor(options?: PoolOptions) {
    this.#pool = new ProcessPool('lib/answer/worker.ts', options);
  }

  async render({ form, text }: AnswerText): Promise<RenderedAnswer> {
    const reply = await this.#pool.run({ form, text });
    if ('result' in reply) return reply.result;
    const message = answerFailedMessage(reply.fault);
    return {
      html: sourceHtml(text),
      headings: [],
      beginning: noBeginning,
      markdown: text,
      wordCount: 0,
      images: [],
      remarks: [{ offset: 0, severity: 'error', code: 'answer-failed', message }],
    };
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}

/** The rendered answers of a library. Each is rendered at most once. */
export class Answers {
  readonly #cache: AnswerCache;
  readonly #renderer = new AnswerRenderer();

  private constructor(cache: AnswerCache) {
    this.#cache = cache;
  }

  static async open(projectFolder = process.cwd()): Promise<Answers> {
    return new Answers(await AnswerCache.open(projectFolder));
  }

  /** The folder of the cache. */
  get folder(): string {
    return this.#cache.folder;
  }

  /** @throws UserError if the answer must be rendered and its file has changed since the entry was made */
  async get(entry: Entry): Promise<RenderedAnswer> {
    const stored = this.#cache.get(fileHashOf(entry));
    if (stored) return stored;
    const rendered = await this.#renderer.render(readAnswer(entry));
    // A failure caused by the time limit may not occur the next time.
    if (!rendered.remarks.some(({ code }) => code === 'answer-failed'))
      this.#cache.set(fileHashOf(entry), rendered);
    return rendered;
  }

  /** Ends the worker processes. Call it after the last answer. */
  close(): Promise<void> {
    return this.#renderer.close();
  }
}
