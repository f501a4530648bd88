import { resolve } from 'node:path';

import { kinds } from './kinds';

/** The first of two ports in a row. */
const port = Number(process.env.E2E_PORT ?? 4301);

/** The library of this repository. */
export const librarySite = `http://localhost:${port}`;

/** Documents in the source library's format, and a subject with more than a hundred questions. */
export const sourceSite = `http://localhost:${port + 1}`;

/** How many questions of the source site have a picture of their own: fewer than it has. */
export const sourceSiteImages = 5;

/** Where they lie. */
export const sourceContent = resolve('test-results/source-content');

/** A question there that was renamed twice. */
export const movedQuestion = {
  from: [
    '/learn/history/questions/the-very-first-year',
    '/learn/history/questions/what-happened-in-the-first-year',
  ],
  to: '/learn/history/questions/what-happened-in-the-year-1',
} as const;

/** A question that the tests know: its answer is long, its formulas few, and it has related articles. */
export const angioplasty = kinds.prose;
