/** The library of this repository. */
export const librarySite = 'http://localhost:4301';

/** Documents in the source library's format, and a subject with more than a hundred questions. */
export const sourceSite = 'http://localhost:4302';

/** A question that the tests know: its answer is long, its formulas few, and it has related articles. */
export const angioplasty =
  '/learn/medicine/questions/describe-the-process-and-purpose-of-balloon-angioplasty-in-endovascular-interventions';
