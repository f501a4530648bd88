import type { ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';

import { typeset } from '../formula';

/** Number of leading arguments of each command that affect only the layout. */
const structural = new Map(
  Object.entries({
    begin: 1,
    end: 1,
    color: 1,
    textcolor: 1,
    colorbox: 1,
    raisebox: 1,
    hspace: 1,
    kern: 1,
    mkern: 1,
    label: 1,
    ref: 1,
    eqref: 1,
    require: 1,
    href: 1,
    genfrac: 4,
    // Characters have other meanings in chemistry: a full stop is a bond.
    ce: 1,
    pu: 1,
  }),
);

/** Commands whose argument in square brackets shows without the brackets. */
const withOption =
  /^(?:sqrt|x[a-z]*(?:arrow|harpoon|equal)[a-z]*|xrightleftharpoons|xleftrightharpoons|xtofrom|xLeft[a-z]*|xRight[a-z]*)$/i;

/** Signs that are other characters as delimiters. */
const asDelimiter = new Map([
  ['<', '⟨'],
  ['>', '⟩'],
]);

/** Environments whose first argument is a column specification or the name of an environment. */
const withColumns = /^(?:d?array|alignat\*?|alignedat|tabular|empheq)$/;

const token = /\\verb(\S).*?\1|\\[A-Za-z]+\*?|\\\\(?:\[[^\]]*\])?|\\[^]|%|[^]/gu;

/**
 * The letters, digits and symbols that a formula must at least show: typed characters, and the characters of
 * commands without arguments. Unordered.
 */
export function charactersOf(tex: string): string[] {
  const tokens = Array.from(tex.matchAll(token), ([text]) => text);
  let said = '';
  const skipGroup = (): string => {
    while (tokens[0] === ' ') tokens.shift();
    if (tokens[0] !== '{') return tokens.shift() ?? '';
    let depth = 0;
    let skipped = '';
    do {
      const text = tokens.shift() ?? '}';
      depth += text === '{' ? 1 : text === '}' ? -1 : 0;
      skipped += text;
    } while (depth > 0 && tokens.length > 0);
    return skipped.slice(1, -1);
  };
  for (let text = tokens.shift(); text !== undefined; text = tokens.shift()) {
    const name = /^\\([A-Za-z]+)\*?$/.exec(text)?.[1];
    if (name !== undefined) {
      const skipped = Array.from({ length: structural.get(name) ?? 0 }, skipGroup);
      if (name === 'begin' && withColumns.test(skipped[0] ?? '')) skipGroup();
      else if (withOption.test(name)) dropBrackets(tokens);
      else if (name === 'left' || name === 'right' || name === 'middle') {
        while (tokens[0] === ' ') tokens.shift();
        const delimiter = tokens[0] ?? '';
        if (delimiter === '.' || asDelimiter.has(delimiter))
          said += asDelimiter.get(tokens.shift() ?? '') ?? '';
      } else if (!structural.has(name)) said += meaningOf(text);
    } else if (text.startsWith('\\verb')) said += text.slice(6, -1);
    else if (/^\\[{}%$&#_|]$/.test(text)) said += meaningOf(text);
    else if (!/^(?:\\|[\s{}^_&~$'`"*-])/.test(text)) said += text;
  }
  return lettersOf(said);
}

/** Removes the next pair of square brackets, and keeps their content. */
function dropBrackets(tokens: string[]): void {
  const open = tokens.findIndex((text) => text !== ' ');
  if (tokens[open] !== '[') return;
  let depth = 0;
  const close = tokens.findIndex((text, index) => {
    if (text === '{') depth += 1;
    if (text === '}') depth -= 1;
    return index > open && depth === 0 && text === ']';
  });
  if (close === -1) return;
  tokens.splice(close, 1);
  tokens.splice(open, 1);
}

/** The characters that a formula shows, in the form of {@link charactersOf}. */
export function charactersShown(nodes: readonly ElementContent[]): string[] {
  return lettersOf(nodes.map((node) => toString(node)).join(''));
}

/** The characters of one text that the other lacks, with their number. */
export function missing(expected: readonly string[], shown: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const character of shown) left.set(character, (left.get(character) ?? 0) + 1);
  return expected.filter((character) => {
    const count = left.get(character) ?? 0;
    left.set(character, count - 1);
    return count <= 0;
  });
}

const meanings = new Map<string, string>();

/** The character of a command; undefined if the command needs arguments. */
function meaningOf(command: string): string {
  const known = meanings.get(command);
  if (known !== undefined) return known;
  const formula = typeset(`{${command}}`, true);
  const meaning = 'mathml' in formula ? formula.mathml.map((node) => toString(node)).join('') : '';
  meanings.set(command, meaning);
  return meaning;
}

/**
 * Normalizes letters of different fonts and dots of different heights. Removes spaces, accents and invisible
 * characters.
 */
function lettersOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/[\p{M}\p{Z}\p{Cf}\s]/gu, '');
  return Array.from(plain.replaceAll('−', '-').replace(/[⋯…]|\.\.\./g, '⋯'));
}
