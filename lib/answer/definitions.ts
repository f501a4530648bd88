import { limits } from '@/lib/limits';
import type { MaskedAnswer } from './mask';
import { endOfArgument } from './tex/arguments';
import { prepareTex } from './tex/prepare';

/** The commands that formulas of an answer define for later formulas. */
export interface Definitions {
  /** For the offset of each formula, the earlier definitions that it uses, as TeX. */
  before: ReadonlyMap<number, string>;
  /** The offsets of formulas that only define commands. They are not shown. */
  bare: ReadonlySet<number>;
}

const none: Definitions = { before: new Map(), bare: new Set() };

/**
 * Finds the commands that formulas define. As in MathJax, a definition is valid to the end of the answer. If
 * the definitions that a formula uses are longer than the maximum length of a formula, it gets none of them.
 */
export function findDefinitions({ text, formulas }: MaskedAnswer): Definitions {
  if (!anyDefinition.test(text)) return none;
  const known = new Map<string, Definition>();
  const before = new Map<number, string>();
  const bare = new Set<number>();
  for (const [offset, { contentStart, contentEnd }] of formulas) {
    const { tex } = prepareTex(text.slice(contentStart, contentEnd));
    const needed = known.size > 0 ? definitionsFor(tex, known) : '';
    // A formula that was copied from a page brings its definitions with it.
    const isThere = tex.trimStart().startsWith(needed);
    if (!isThere && needed.length <= limits.formulaLength) before.set(offset, needed);
    if (!anyDefinition.test(tex)) continue;
    const { definitions, rest } = readDefinitions(tex);
    for (const definition of definitions) {
      if (definition.isDefault && known.has(definition.name)) continue;
      // Moves the definition to the end of the map, after the definitions that it may use.
      known.delete(definition.name);
      known.set(definition.name, definition);
    }
    if (definitions.length > 0 && /^[\s>]*$/.test(rest)) bare.add(offset);
  }
  return { before, bare };
}

/** The names of the commands that a text defines, without backslashes. */
export function definedNames(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(anyName), ([, name = '']) => name));
}

interface Definition {
  name: string;
  tex: string;
  /** Whether it has no effect if the command exists already, as with `\providecommand`. */
  isDefault: boolean;
}

const definers =
  String.raw`(?:(?:re)?newcommand|providecommand|DeclareMathOperator|DeclarePairedDelimiter|[gex]?def|let)` +
  String.raw`(?![A-Za-z])\*?`;
const anyDefinition = new RegExp(String.raw`\\${definers}`);
const anyName = new RegExp(String.raw`\\${definers}\s*\{?\s*\\([A-Za-z]+)`, 'g');
const command = /\\([A-Za-z]+|[^])/g;

/**
 * The definitions that TeX uses directly or through others, in the order in which they were typed. A space
 * follows each.
 */
function definitionsFor(tex: string, known: ReadonlyMap<string, Definition>): string {
  const used = new Set<string>();
  const look = (at: string) => {
    for (const [, name = ''] of at.matchAll(command)) {
      const definition = known.get(name);
      if (!definition || used.has(name)) continue;
      used.add(name);
      look(definition.tex);
    }
  };
  look(tex);
  if (used.size === 0) return '';
  return Array.from(known.values(), ({ name, tex: definition }) =>
    used.has(name) ? `${definition} ` : '',
  ).join('');
}

/** A comment, the beginning of a definition, or another command or escaped character. */
const piece = new RegExp(String.raw`%.*|\\(?:(?:global|long)\s*\\)?(${definers})|\\[^]`, 'g');

/** The definitions in TeX, and the rest of the TeX. */
function readDefinitions(tex: string): { definitions: Definition[]; rest: string } {
  const definitions: Definition[] = [];
  let rest = '';
  let from = 0;
  piece.lastIndex = 0;
  for (let match = piece.exec(tex); match; match = piece.exec(tex)) {
    const [all, definer] = match;
    const isComment = all.startsWith('%');
    const definition = definer === undefined ? undefined : readDefinition(tex, piece.lastIndex, definer);
    if (!isComment && !definition) continue;
    rest += tex.slice(from, match.index);
    from = definition?.end ?? piece.lastIndex;
    piece.lastIndex = from;
    if (definition)
      definitions.push({
        name: definition.name,
        tex: tex.slice(match.index, from),
        isDefault: definer === 'providecommand',
      });
  }
  return { definitions, rest: rest + tex.slice(from) };
}

const nameHere = /\s*(?:\{\s*\\?([A-Za-z]+|[^A-Za-z\s])\s*\}|\\([A-Za-z]+|[^]))/y;

/** For each kind of definition, a pattern for the text between the name and the meaning. */
const betweenHere = {
  let: /\s*=?/y,
  def: /[^{}\\%]*/y,
  other: /\s*(?:\[\d\]\s*(?:\[[^[\]]*\])?)?/y,
};

/**
 * The name and the end of a definition whose command ends at an offset; undefined if the definition is
 * incomplete.
 */
function readDefinition(
  tex: string,
  after: number,
  definer: string,
): { name: string; end: number } | undefined {
  const kind = definer === 'let' ? 'let' : definer.endsWith('def') ? 'def' : 'other';
  nameHere.lastIndex = after;
  const named = nameHere.exec(tex);
  if (!named) return undefined;
  const between = betweenHere[kind];
  between.lastIndex = nameHere.lastIndex;
  between.test(tex);
  let end = endOfArgument(tex, between.lastIndex);
  if (end !== undefined && definer === 'DeclarePairedDelimiter') end = endOfArgument(tex, end);
  return end === undefined ? undefined : { name: named[1] ?? named[2] ?? '', end };
}
