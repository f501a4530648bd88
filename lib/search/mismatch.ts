/** The search index does not match the Markdown of its questions and must be built again. */
export class IndexMismatch extends Error {}
