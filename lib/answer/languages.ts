import { all, common, createLowlight } from 'lowlight';

/** Languages that the common languages embed. */
const embedded = ['handlebars', 'mojolicious'];

/**
 * The languages of most code. Registering all languages takes longer than rendering a page, so the others are
 * registered when a code block first uses one of them.
 */
const often = Object.fromEntries(
  Object.entries(all).filter(([name]) => Object.hasOwn(common, name) || embedded.includes(name)),
);

/** Undefined until the first code block, because most answers have none. */
let known: ReturnType<typeof createLowlight> | undefined;
let hasAll = false;

/** Languages and dialects without a grammar, and the nearest grammar. */
const nearestGrammar = new Map([
  ['objective-c', 'objectivec'],
  ['objective-c++', 'objectivec'],
  ['asm', 'x86asm'],
  ['assembly', 'x86asm'],
  ['assembler', 'x86asm'],
  ['nasm', 'x86asm'],
  ['masm', 'x86asm'],
  ['gas', 'x86asm'],
  ['x86', 'x86asm'],
  ['riscv', 'mipsasm'],
  ['fish', 'bash'],
  ['ksh', 'bash'],
  ['csh', 'bash'],
  ['tcsh', 'bash'],
  ['jsonl', 'json'],
  ['ndjson', 'json'],
  ['vue', 'xml'],
  ['svelte', 'xml'],
  ['html5', 'xml'],
  ['node', 'javascript'],
  ['octave', 'matlab'],
  ['wolfram', 'mathematica'],
  ['mysql', 'sql'],
  ['sqlite', 'sql'],
  ['plsql', 'sql'],
  ['tsql', 'sql'],
  ['vba', 'vbnet'],
  ['visual-basic', 'vbnet'],
  ['viml', 'vim'],
  ['common-lisp', 'lisp'],
  ['elisp', 'lisp'],
  ['emacs-lisp', 'lisp'],
  ['racket', 'scheme'],
  ['bibtex', 'latex'],
  ['batch', 'dos'],
  ['shell-session', 'shell'],
  ['purescript', 'haskell'],
]);

/** Names of languages without a similar grammar. */
const withoutGrammar = new Set(
  'apl cobol csv cypher hcl mermaid pseudocode regex sed solidity sparql terraform tsv zig'.split(' '),
);

/** Whether a language is known but has no grammar, so that no other name should be suggested. */
export function isWithoutGrammar(language: string): boolean {
  return withoutGrammar.has(language);
}

/** Whether code of a language can be highlighted, by its own or the nearest grammar. */
export function isHighlighted(language: string): boolean {
  const name = grammarOf(language);
  return knownWith(name).registered(name);
}

/** Highlights code. @param language a language for which {@link isHighlighted} is true */
export function highlight(language: string, code: string) {
  const name = grammarOf(language);
  return knownWith(name).highlight(name, code);
}

function grammarOf(language: string): string {
  return nearestGrammar.get(language) ?? language;
}

/** Names for text that is not highlighted. */
const plain = new Set(['', 'text', 'txt', 'plain', 'plaintext', 'output', 'none']);

export function isPlain(language: string): boolean {
  return plain.has(language);
}

/** Every language name that is allowed after a fence. */
export function languageNames(): string[] {
  return [...plain, ...learnAll().listLanguages(), ...nearestGrammar.keys()].filter((name) => name !== '');
}

/** The registered languages. Registers all languages if this one is not registered yet. */
function knownWith(language: string) {
  known ??= createLowlight(often);
  return hasAll || known.registered(language) ? known : learnAll();
}

function learnAll() {
  known = createLowlight(all);
  hasAll = true;
  return known;
}
