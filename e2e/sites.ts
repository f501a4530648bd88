import { resolve } from 'node:path';

import { kinds } from './kinds';

/** The first of two consecutive ports. */
const port = Number(process.env.E2E_PORT ?? 4301);

/** The library of this repository. */
export const librarySite = `http://localhost:${port}`;

/**
 * A site of documents in the form of the source library, and of a subject with more than a hundred questions.
 */
export const sourceSite = `http://localhost:${port + 1}`;

/** Number of questions of the source site with their own picture, fewer than all. */
export const sourceSiteImages = 5;

/** The content folder of the source site. */
export const sourceContent = resolve('test-results/source-content');

/** A question of the source site that was renamed twice. */
export const movedQuestion = {
  from: [
    '/learn/history/questions/the-very-first-year',
    '/learn/history/questions/what-happened-in-the-first-year',
  ],
  to: '/learn/history/questions/what-happened-in-the-year-1',
} as const;

/** A known question with a long answer, few formulas and related articles. */
export const angioplasty = kinds.prose;
