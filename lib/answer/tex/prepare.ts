import { endOfArgument } from './arguments';

/** TeX prepared for conversion, with a map to the typed TeX. Offsets are in UTF-16 units. */
export interface PreparedTex {
  tex: string;
  /** Maps an offset in the prepared TeX to one in the typed TeX. */
  typedOffset: (offset: number) => number;
  /** Offsets of comments that leave out text. */
  comments: readonly number[];
}

/** Inserted TeX that was not typed. */
export interface Insertion {
  at: number;
  tex: string;
}

/** Verbatim text, an address, a command or an escaped character, and a percent sign. */
const tokens = /\\verb\*?([^A-Za-z*\n]).*?\1|\\(?:href|url)\s*\{([^{}]*)\}|\\[^]|%/g;

/**
 * Prepares typed TeX for conversion.
 *
 * A percent sign is escaped in a formula of one line, after a number and in an address. Any other begins a
 * comment that extends to the end of the line, as in TeX. A blank line, which ends a formula in TeX, becomes
 * a space.
 *
 * @param insertions in the order of their offsets
 */
export function prepareTex(typed: string, insertions: readonly Insertion[] = []): PreparedTex {
  const { signs, comments } = typed.includes('%') ? readPercents(typed) : { signs: [], comments: [] };
  const braces = scriptCommand.test(typed) ? braceScripts(typed) : [];
  // TeX treats a blank line as the end of the formula.
  const oneBlock = typed.replace(/\n\s*\n/g, (gap) => ' '.repeat(gap.length - 1) + '\n');
  const all = [...insertions, ...signs, ...braces].sort((a, b) => a.at - b.at);
  if (all.length === 0) return { tex: oneBlock, typedOffset: (offset) => offset, comments };
  let tex = '';
  let from = 0;
  for (const { at, tex: inserted } of all) {
    tex += oneBlock.slice(from, at) + inserted;
    from = at;
  }
  return { tex: tex + oneBlock.slice(from), typedOffset: (offset) => typedOffset(all, offset), comments };
}

function typedOffset(insertions: readonly Insertion[], offset: number): number {
  let inserted = 0;
  for (const { at, tex } of insertions) {
    if (at + inserted >= offset) break;
    inserted = Math.min(inserted + tex.length, offset - at);
  }
  return offset - inserted;
}

/** Number of arguments of commands that Temml does not accept as an index or a power without braces. */
const argumentCounts = new Map([
  ...(
    'arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max min Pr ' +
    'sec sin sinh sup tan tanh sum prod int oint bigcup bigcap'
  )
    .split(' ')
    .map((name): [string, number] => [name, 0]),
  ...'sqrt underline mathop substack cancel'.split(' ').map((name): [string, number] => [name, 1]),
  ...'overset underset stackrel'.split(' ').map((name): [string, number] => [name, 2]),
]);

const scriptCommands = String.raw`[_^]\s*\\(${[...argumentCounts.keys()].join('|')})(?![A-Za-z])`;
const scriptCommand = new RegExp(scriptCommands);

function braceScripts(typed: string): Insertion[] {
  return Array.from(typed.matchAll(new RegExp(scriptCommands, 'g'))).flatMap(
    ({ 0: all, 1: name = '', index }): Insertion[] => {
      const start = index + all.length - name.length - 1;
      let end: number | undefined = index + all.length;
      if (name === 'sqrt') end += /^\s*\[[^\]]*\]/.exec(typed.slice(end))?.[0].length ?? 0;
      for (let count = argumentCounts.get(name) ?? 0; count > 0 && end !== undefined; count -= 1)
        end = endOfArgument(typed, end);
      if (end === undefined) return [];
      return [
        { at: start, tex: '{' },
        { at: end, tex: '}' },
      ];
    },
  );
}

function readPercents(typed: string): { signs: Insertion[]; comments: number[] } {
  const isOneLine = !typed.trim().includes('\n');
  const signs: Insertion[] = [];
  const comments: number[] = [];
  tokens.lastIndex = 0;
  for (let match = tokens.exec(typed); match; match = tokens.exec(typed)) {
    const [all, , address] = match;
    if (address !== undefined) {
      const start = match.index + all.length - 1 - address.length;
      for (const { index } of address.matchAll(/(?<!\\)%/g)) signs.push({ at: start + index, tex: '\\' });
    }
    if (all !== '%') continue;
    if (isOneLine || /\d\s*$/.test(typed.slice(0, match.index))) {
      signs.push({ at: match.index, tex: '\\' });
      continue;
    }
    const newline = typed.indexOf('\n', match.index);
    const end = newline === -1 ? typed.length : newline;
    if (typed.slice(match.index + 1, end).trim() !== '') comments.push(match.index);
    tokens.lastIndex = end;
  }
  return { signs, comments };
}
