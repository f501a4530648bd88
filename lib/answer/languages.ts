import { all, common, createLowlight } from 'lowlight';

/**
 * The languages that most code is in, and two that stand within these. To make sense of what all of them look like takes
 * longer than a page, so the others come when code has a name that is none of these.
 */
const often = { ...common, handlebars: all.handlebars, mojolicious: all.mojolicious };

let known = createLowlight(often);
let hasAll = false;

/** Whether code of a language can be highlighted. */
export function isHighlighted(language: string): boolean {
  if (!known.registered(language)) learnAll();
  return known.registered(language);
}

/** @param language one that can be highlighted */
export function highlight(language: string, code: string) {
  return known.highlight(language, code);
}

/** Names that stand for text that is not highlighted. */
const plain = new Set(['', 'text', 'txt', 'plain', 'plaintext', 'output', 'none']);

export function isPlain(language: string): boolean {
  return plain.has(language);
}

/** Every name that may stand after a fence. */
export function languageNames(): string[] {
  learnAll();
  return [...plain, ...known.listLanguages()].filter((name) => name !== '');
}

function learnAll(): void {
  if (!hasAll) known = createLowlight(all);
  hasAll = true;
}
