import { all, common, createLowlight } from 'lowlight';

/** Languages that code of the common languages contains. */
const embedded = ['handlebars', 'mojolicious'];

/**
 * The languages of most code. Registering all languages takes longer than rendering a page, so the others are registered
 * when the first code block names one of them.
 */
const often = Object.fromEntries(
  Object.entries(all).filter(([name]) => Object.hasOwn(common, name) || embedded.includes(name)),
);

/** Nothing until the first code block: most answers have none. */
let known: ReturnType<typeof createLowlight> | undefined;
let hasAll = false;

/** Whether code of a language can be highlighted. */
export function isHighlighted(language: string): boolean {
  return knownWith(language).registered(language);
}

/** @param language one that can be highlighted */
export function highlight(language: string, code: string) {
  return knownWith(language).highlight(language, code);
}

/** Names that stand for text that is not highlighted. */
const plain = new Set(['', 'text', 'txt', 'plain', 'plaintext', 'output', 'none']);

export function isPlain(language: string): boolean {
  return plain.has(language);
}

/** Every name that may stand after a fence. */
export function languageNames(): string[] {
  return [...plain, ...learnAll().listLanguages()].filter((name) => name !== '');
}

/** The languages that are known; all of them if this one is not among those of most code. */
function knownWith(language: string) {
  known ??= createLowlight(often);
  return hasAll || known.registered(language) ? known : learnAll();
}

function learnAll() {
  known = createLowlight(all);
  hasAll = true;
  return known;
}
