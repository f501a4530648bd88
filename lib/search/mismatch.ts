/**
 * The search index does not match the Markdown of its questions, so it cannot be updated. The caller builds a
 * new one.
 */
export class SearchIndexMismatch extends Error {}
