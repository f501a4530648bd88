import { firstPosition } from '@/lib/first-position';
import { decodeCode } from './code/decode';
import { findSpans, type Span } from './spans';
import { definedNames } from './definitions';
import { texCommand } from './tex-commands';
import { prefixes, units } from './tex/units';

/**
 * Decodes the escaped line of the source library to Markdown. That library wrote every newline as backslash-n
 * and escaped nothing else. Therefore the meaning of backslash-n depends on its place: in a code fence, the
 * syntax of the language decides; a code span stays as it is; in a formula, {@link decodeFormula} decides; in
 * prose, it is a newline. Decoding the result again does not change it.
 */
export function decodeEscapes(line: string): string {
  let markdown = '';
  let position = 0;
  const spans = findSpans(line);
  const defined = definedNames(
    spans.flatMap(({ kind, start, end }) => (kind === 'formula' ? line.slice(start, end) : [])).join(' '),
  );
  for (const span of spans) {
    markdown += decodeProse(line.slice(position, span.start)) + decodeSpan(line, span, defined);
    position = span.end;
  }
  return markdown + decodeProse(line.slice(position));
}

/** Maps offsets of the decoded Markdown to offsets of the escaped line. */
export function offsetsInLine(line: string, markdown: string): (offset: number) => number {
  let newlines: readonly number[] | undefined;
  /** The offsets of the newlines that have two characters in the line. */
  const findNewlines = () => {
    const found: number[] = [];
    for (let at = markdown.indexOf('\n'); at !== -1; at = markdown.indexOf('\n', at + 1)) {
      if (line.startsWith('\\n', at + found.length)) found.push(at);
    }
    return found;
  };
  return (offset) => {
    newlines ??= findNewlines();
    const position = Math.min(offset, markdown.length);
    return position + firstPosition(newlines, (newline) => newline >= position);
  };
}

function decodeProse(text: string): string {
  return text.replaceAll('\\n', '\n');
}

function decodeSpan(line: string, span: Span, defined: ReadonlySet<string>): string {
  const { kind, start, end } = span;
  if (kind === 'code-span') return line.slice(start, end);
  const { contentStart, contentEnd } = span;
  const content = line.slice(contentStart, contentEnd);
  return (
    decodeProse(line.slice(start, contentStart)) +
    (kind === 'fence' ? decodeCode(content, span.language) : decodeFormula(content, defined)) +
    decodeProse(line.slice(contentEnd, end))
  );
}

/** `\begin{…}` with its arguments, and the backslash-n after it. */
const environment = /(\\begin\{([A-Za-z]+\*?)\}(?:\{[^{}]*\}|\[[^[\]]*\])*[ \t]*)\\n/g;

/** `\end{…}` at the beginning of a line. */
const endAtLineStart = /(?:\\n|\n)[ \t>]*\\end\{([A-Za-z]+\*?)\}/g;

/**
 * In this order: the end of a row or `\hline`, with the backslash-n after it; a backslash-n with the letters
 * and the relation that follow; any other backslash with its character, so that `\\` is read as a pair.
 */
const texToken = /(\\\\(?:\[[^[\]]*\])?|\\hline)\\n|\\(n[A-Za-z]*)( *&? *[=<>])?|\\[^]/g;

/** A command of siunitx with its arguments, of which one is a unit. */
const quantity =
  /\\(?:si|unit|(?:SI|qty)(?:range|list)?)\s*(?:\[[^\]]*\]\s*)?(?:\{(?:[^{}]|\{[^{}]*\})*\}\s*){1,3}/g;

/**
 * Decodes the TeX of one formula. Backslash-n is a newline after the end of a row or `\hline`, and after an
 * opening delimiter or `\begin` whose end begins a line. Elsewhere, it is the beginning of a command if Temml,
 * the answer or, in a quantity, siunitx knows the name of two or more letters that begins at the `n`, but not
 * if that command is a relation before another relation. Otherwise it is a newline.
 */
function decodeFormula(tex: string, defined: ReadonlySet<string>): string {
  if (!tex.includes('\\n')) return tex;
  const opened = decodeOpenings(tex);
  const quantities = Array.from(
    opened.matchAll(quantity),
    ({ 0: { length }, index }) => [index, index + length] as const,
  );
  const isUnit = (name: string, at: number) =>
    (units.has(name) || prefixes.has(name)) && quantities.some(([from, to]) => from < at && at < to);
  return opened.replace(
    texToken,
    (match: string, rowEnd: string | undefined, name: string | undefined, relation = '', at: number) => {
      if (rowEnd !== undefined) return `${rowEnd}\n`;
      if (name === undefined || isUnit(name, at)) return match;
      const command = name === 'n' ? 'unknown' : defined.has(name) ? 'other' : texCommand(name);
      // A relation cannot follow another relation: in `\ne = 2`, the letter e begins a line.
      const isNewline = command === 'unknown' || (command === 'relation' && relation !== '');
      return isNewline ? `\n${name.slice(1)}${relation}` : match;
    },
  );
}

function decodeOpenings(tex: string): string {
  const closesOnOwnLine = /(?:\\n|\n)[ \t>]*$/.test(tex);
  const opened = closesOnOwnLine ? tex.replace(/^([ \t]*)\\n/, '$1\n') : tex;
  const endsOfLine = new Set(Array.from(opened.matchAll(endAtLineStart), ([, name]) => name));
  return opened.replace(environment, (match, begin: string, name: string) =>
    endsOfLine.has(name) ? `${begin}\n` : match,
  );
}
