/** The library of this repository. */
export const librarySite = 'http://localhost:4301';

/** Documents in the source library's format, and a subject with more than a hundred questions. */
export const sourceSite = 'http://localhost:4302';
