import type { Made } from './makers';

/** A short text that is computed for its key anyway. */
export function make(content: string): Made {
  return { content };
}
