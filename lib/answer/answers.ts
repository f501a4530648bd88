import { availableParallelism } from 'node:os';

import type { Article, Reading } from '@/lib/source/article';
import type { Finding } from '@/lib/source/problem';
import { AnswerCache } from './cache';
import type { RenderedAnswer } from './render';
import { AnswerRenderer, type AnswerText } from './renderer';

/** Rendered answers, each made at most once. */
export class Answers {
  readonly #cache: AnswerCache;
  readonly #renderer = new AnswerRenderer(availableParallelism());

  private constructor(cache: AnswerCache) {
    this.#cache = cache;
  }

  static async open(projectFolder = process.cwd()): Promise<Answers> {
    return new Answers(await AnswerCache.open(projectFolder));
  }

  async get(answer: AnswerText): Promise<RenderedAnswer> {
    const { form, text } = answer;
    const stored = await this.#cache.get(answer);
    if (stored) return stored;
    const rendered = await this.#renderer.render({ form, text });
    // What failed for want of time may succeed the next time.
    if (!rendered.remarks.some(({ code }) => code === 'answer-failed'))
      await this.#cache.set(answer, rendered);
    return rendered;
  }

  /** What has to be said of an article's answer, at its places in the article's file. */
  readonly inspect = async (
    { answer }: Article,
    placeInAnswer: Reading['placeInAnswer'],
  ): Promise<Finding[]> => {
    const { remarks } = await this.get(answer);
    return remarks.map(({ offset, severity, code, message }) => ({
      ...placeInAnswer(offset),
      severity,
      code,
      message,
    }));
  };
}
