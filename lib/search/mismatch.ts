/** A search index that does not hold what its questions' Markdown says: it has to be made anew. */
export class IndexMismatch extends Error {}
