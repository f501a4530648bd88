import { createHash } from 'node:crypto';

import type { Answers } from '@/lib/answer/answers';
import { contentFolder, readContent } from '@/lib/catalogue/content-folder';
import { readAnswer } from '@/lib/catalogue/load';
import type { AnswerSource } from './feeds';

/** Answers of `CONTENT_DIR`, from their files. */
export function answerSource(answers: Answers): AnswerSource {
  return {
    fingerprint: async ({ path }) =>
      createHash('sha256')
        .update(await readContent(contentFolder(), path))
        .digest('hex'),
    html: async (entry) => (await answers.get(await readAnswer(entry))).html,
  };
}
