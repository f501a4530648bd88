import { all, createLowlight } from 'lowlight';

/** Highlights code of every language we know. */
export const lowlight = createLowlight(all);

/** Names that stand for text that is not highlighted. */
const plain = new Set(['', 'text', 'txt', 'plain', 'plaintext', 'output', 'none']);

export function isPlain(language: string): boolean {
  return plain.has(language);
}

/** Every name that may stand after a fence. */
export function languageNames(): string[] {
  return [...plain, ...lowlight.listLanguages()].filter((name) => name !== '');
}
