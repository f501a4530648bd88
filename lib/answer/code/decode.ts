import { texCommand } from '../tex-commands';
import { syntaxOf, type StringSyntax, type Syntax } from './syntaxes';

/**
 * Decodes backslash-n in the code of one fence. In a string literal that is open and is closed before the end
 * of the line, it is an escape. Anywhere else it is a newline.
 *
 * @param language from the fence, in lower case
 */
export function decodeCode(code: string, language: string): string {
  return decodeWith(syntaxOf(language), code);
}

/**
 * Letters, digits and spaces that begin no token. The beginning of a raw string is excluded, because it is a
 * letter.
 */
const plainRun = /(?:(?![Rr]["#])[\w\s])+/y;

function decodeWith(syntax: Syntax, code: string): string {
  const unclosed: Unclosed = new Set();
  let decoded = '';
  let position = 0;
  while (position < code.length) {
    plainRun.lastIndex = position;
    if (plainRun.test(code)) {
      decoded += code.slice(position, plainRun.lastIndex);
      position = plainRun.lastIndex;
      continue;
    }
    const kept = keptLength(syntax, code, position);
    if (kept > 0) {
      decoded += code.slice(position, position + kept);
      position += kept;
      continue;
    }
    const literal = literalAt(syntax, code, position, unclosed);
    if (literal) {
      decoded += literal.decoded;
      position = literal.end;
      continue;
    }
    const lines = linesAt(syntax, code, position, unclosed);
    if (lines) {
      decoded += decodeLines(code.slice(position, lines));
      position = lines;
      continue;
    }
    if (code.startsWith('\\n', position)) {
      decoded += '\n';
      position += 2;
    } else {
      decoded += code.charAt(position);
      position += 1;
    }
  }
  return decoded;
}

/**
 * Openings of string literals and here-documents for which no closing was found, so that each is searched
 * only once.
 */
type Unclosed = Set<string>;

/** Escapes alone between quotes, as in "ends with '\\n'". */
const quotedEscapes = String.raw`(?<=^|[\s([{=,:+/])(["'\`])(?:\\[a-z0])+\1`;

const quotedEscapesHere = new RegExp(quotedEscapes, 'y');
const quotedEscapesOrNewline = new RegExp(String.raw`${quotedEscapes}|\\n`, 'g');

/** Decodes text in which every backslash-n is a newline, except {@link quotedEscapes}. */
function decodeLines(text: string): string {
  return text.replace(quotedEscapesOrNewline, (match) => (match === '\\n' ? '\n' : match));
}

/** Length of text that is kept in every language: quoted escapes, escaped quotes, TeX commands, lambdas. */
function keptLength(syntax: Syntax, code: string, position: number): number {
  quotedEscapesHere.lastIndex = position;
  const rest = code.slice(position, position + 80);
  const kept =
    quotedEscapesHere.exec(code) ??
    /^\\["'`]/.exec(rest) ??
    (syntax.lambdas === true ? /^\\n[\w']*(?: +[\w'_]+)* *->/.exec(rest) : null);
  if (kept) return kept[0].length;
  if (syntax.commands === true && code.startsWith('{\\n}', position)) return 4;
  const command = syntax.commands === true ? /^\\(n[A-Za-z]+)/.exec(rest) : null;
  return command?.[1] !== undefined && texCommand(command[1]) !== 'unknown' ? command[0].length : 0;
}

/** The end of a comment or here-document that begins at `position`. */
function linesAt(syntax: Syntax, code: string, position: number, unclosed: Unclosed): number | undefined {
  const block = syntax.blockComments?.find(([open]) => code.startsWith(open, position));
  if (block) {
    const [open, close] = block;
    const end = code.indexOf(close, position + open.length);
    return end === -1 ? code.length : end + close.length;
  }
  const comment = syntax.lineComments?.find((open) => code.startsWith(open, position));
  if (comment !== undefined && mayBeginComment(comment, code, position)) return endOfLine(code, position);
  return syntax.hereDocuments === true ? endOfHereDocument(code, position, unclosed) : undefined;
}

/** `$#`, `a%b` and `http://` do not begin a comment. */
function mayBeginComment(mark: string, code: string, position: number): boolean {
  const before = code.slice(Math.max(0, position - 2), position);
  if (mark.startsWith('#') || mark === "'") return /(?:^|\s|[;(){}]|\\n)$/.test(before);
  if (mark === '%') return !before.endsWith('\\');
  return !before.endsWith(':');
}

function endOfLine(code: string, from: number): number {
  const end = new RegExp(String.raw`${quotedEscapes}|\\n|\n`, 'g');
  end.lastIndex = from;
  for (let match = end.exec(code); match; match = end.exec(code)) {
    if (match[1] === undefined) return match.index;
  }
  return code.length;
}

/**
 * Number of here-documents without an end that are searched in one text, because each may have its own
 * delimiter.
 */
const mostUnclosed = 50;

function endOfHereDocument(code: string, position: number, unclosed: Unclosed): number | undefined {
  const opening = /<<[-~]?(["']?)([A-Za-z_]\w*)\1/y;
  opening.lastIndex = position;
  const match = opening.exec(code);
  const name = `<<${match?.[2] ?? ''}`;
  if (!match || unclosed.has(name) || unclosed.size >= mostUnclosed) return undefined;
  const closing = new RegExp(String.raw`(?:\n|\\n)[ \t]*${match[2] ?? ''}(?=\n|\\n|$)`, 'g');
  closing.lastIndex = opening.lastIndex;
  const close = closing.exec(code);
  if (close) return close.index + close[0].length;
  unclosed.add(name);
  return undefined;
}

interface Literal {
  decoded: string;
  end: number;
}

function literalAt(syntax: Syntax, code: string, position: number, unclosed: Unclosed): Literal | undefined {
  const verbatim = characterEnd(syntax, code, position) ?? regularExpressionEnd(syntax, code, position);
  if (verbatim !== undefined) return { decoded: code.slice(position, verbatim), end: verbatim };
  for (const string of syntax.strings ?? []) {
    if (unclosed.has(string.open) || !code.startsWith(string.open, position)) continue;
    if (!mayOpen(string, syntax, code, position)) continue;
    const close = closeOf(string, code, position + string.open.length);
    if (close === 'never') unclosed.add(string.open);
    if (typeof close === 'string') continue;
    const end = close + string.close.length;
    if (syntax.onlyWhereValuesStand === true && !/^(?:[\s)\],;}>:+.]|\\n|$)/.test(code.slice(end, end + 2))) {
      continue;
    }
    const content = code.slice(position + string.open.length, close);
    const decoded = isLaidOut(string, content) ? decodeLaidOut(content) : content;
    return { decoded: string.open + decoded + string.close, end };
  }
  return undefined;
}

function characterEnd(syntax: Syntax, code: string, position: number): number | undefined {
  if (syntax.characters !== true) return undefined;
  const character = /'(?:\\(?:[uUx]\{?[0-9a-fA-F]+\}?|[0-7]{1,3}|.)|[^'\\\n])'/y;
  character.lastIndex = position;
  return character.test(code) ? character.lastIndex : undefined;
}

const valueMayFollow =
  /(?:^|[(,=:[!&|?{};+\-*%~^]|\b(?:return|typeof|case|in|of|split|when|if|and|or|not))\s*$/;

/** Maximum length of a regular expression in characters. */
const longestExpression = 500;

function regularExpressionEnd(syntax: Syntax, code: string, position: number): number | undefined {
  if (syntax.regularExpressions !== true || code.charAt(position) !== '/') return undefined;
  if (!valueMayFollow.test(lineBefore(code, position))) return undefined;
  const expression = /^\/(?![/*])(?:[^/[\\\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/;
  const match = expression.exec(code.slice(position, position + longestExpression));
  return match ? position + match[0].length : undefined;
}

/** The text before `position` on the same line, limited to what is needed. */
function lineBefore(code: string, position: number): string {
  return (
    code
      .slice(Math.max(0, position - 40), position)
      .split(/\n|\\n/)
      .at(-1) ?? ''
  );
}

/** An apostrophe in a word, as in `don't`, and the transpose in `A'` do not open a string. */
function mayOpen({ open }: StringSyntax, syntax: Syntax, code: string, position: number): boolean {
  const before = lineBefore(code, position);
  if (syntax.onlyWhereValuesStand === true) {
    return /(?:[(,=:[{+<]|- |\b(?:print|println|echo|puts|return|printf|say|write|output))\s*[rbfule]{0,2}$/i.test(
      before,
    );
  }
  if (open !== "'") return true;
  return !/[\p{L}\d_)\]}.']$/u.test(before) || /(?:^|[^\p{L}\d_])[rbfule]{1,2}$/iu.test(before);
}

function closeOf(
  { close, escapes, lines }: StringSyntax,
  code: string,
  from: number,
): number | 'not on this line' | 'never' {
  let position = from;
  while (position < code.length) {
    if (code.startsWith(close, position)) {
      // If backslashes do not escape, a doubled quote stands for the quote.
      if (escapes || !code.startsWith(close + close, position)) return position;
      position += 2 * close.length;
      continue;
    }
    const char = code.charAt(position);
    if (char === '\n' && lines === 'one') return 'not on this line';
    position += char === '\\' && escapes ? 2 : 1;
  }
  return 'never';
}

/** With at least this number of newlines, a literal counts as spanning several lines. */
const enoughLines = 3;

/**
 * Whether the text of a literal spans lines instead of containing escapes: if its kind always does, if a line
 * is indented, if its quotes are on lines of their own, or if it has many lines.
 */
function isLaidOut({ lines }: StringSyntax, content: string): boolean {
  if (lines === 'one') return false;
  if (lines === 'many' || content.includes('\n')) return true;
  const isFramed = content.startsWith('\\n') && /\\n[ \t]*$/.test(content);
  const isIndented = /\\n(?: {2,}|\t)/.test(content);
  const inner = content.replace(/^(?:\\n)+|(?:\\n)+$/g, '').split('\\n').length - 1;
  return isIndented || (isFramed && inner > 0) || inner >= enoughLines;
}

/** Code within a literal keeps the escapes of its own strings. */
function decodeLaidOut(content: string): string {
  return content.replace(/"(?:[^"\\\n]|\\.)*"|'(?:\\[a-z0])+'|\\n/g, (match) =>
    match === '\\n' ? '\n' : match,
  );
}
