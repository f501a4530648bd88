import { limits } from '@/lib/limits';
import { areBracketsOfProse, isFormula } from './money';

/** A range of an answer that is code or a formula instead of prose. Offsets are in UTF-16 units. */
export type Span = Fence | CodeSpan | Formula;

interface Fence {
  kind: 'fence';
  start: number;
  end: number;
  /** The code, from the end of the opening line to the newline before the closing one. */
  contentStart: number;
  contentEnd: number;
  /** The first word after the opening fence, in lower case, or an empty text. */
  language: string;
}

export interface CodeSpan {
  kind: 'code-span';
  start: number;
  end: number;
}

export interface Formula {
  kind: 'formula';
  start: number;
  end: number;
  /** The TeX between the delimiters. */
  contentStart: number;
  contentEnd: number;
  display: boolean;
}

/** A newline, or a backslash and an n as in the source library. */
const newline = String.raw`(?:\r?\n|\\n)`;

const lineStart = new RegExp(
  String.raw`[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+|>[ \t]?)*(\`{3,}|~{3,})((?:(?!${newline}).)*)`,
  'y',
);
const newlineHere = new RegExp(newline, 'y');
const newlines = new RegExp(newline);
const blankLine = new RegExp(`${newline}[ \\t>]*${newline}`, 'g');
/** In `\\\\n`, the second backslash belongs to the n: the first is a hard line break of Markdown. */
const nextDelimiter = new RegExp(`${newline}|\\\\(?!${newline})[^]|\`+|\\$+`, 'g');

/**
 * A new line that begins a list item, heading, table row, quote or fence. Code spans and formulas end before
 * it.
 */
const blockStart = new RegExp(`${newline}[ \\t]*(?:[-*+] |\\d{1,9}[.)] |#{1,6} |[|>]|\`\`\`)`);

/**
 * Finds code and formulas in an answer in one pass: fenced code first, then code spans, then formulas between
 * `\(` and `\)`, `\[` and `\]`, `$`, or `$$`, environments such as `align` without delimiters, and references
 * to equations. Works on Markdown and on the escaped line of the source library.
 */
export function findSpans(text: string): Span[] {
  const spans: Span[] = [];
  const search = new DelimiterSearch(text);
  let atLineStart = true;
  let position = 0;
  while (position < text.length) {
    const fence = atLineStart ? fenceAt(text, position) : undefined;
    atLineStart = false;
    if (fence) {
      spans.push(fence);
      position = fence.end;
      continue;
    }
    nextDelimiter.lastIndex = position;
    const match = nextDelimiter.exec(text);
    if (!match) break;
    const span = search.spanAt(match.index, match[0]);
    if (span) {
      spans.push(span);
      position = span.end;
    } else {
      position = match.index + match[0].length;
      atLineStart = isNewline(match[0]);
    }
  }
  return spans;
}

function isNewline(token: string): boolean {
  return token === '\\n' || token.endsWith('\n');
}

function fenceAt(text: string, position: number): Fence | undefined {
  lineStart.lastIndex = position;
  const opening = lineStart.exec(text);
  const [all, run = '', info = ''] = opening ?? [];
  if (all === undefined || (run.startsWith('`') && info.includes('`'))) return undefined;
  const contentStart = position + all.length;
  const closing = new RegExp(
    `${newline}[ \\t>]*${run.charAt(0)}{${run.length},}[ \\t]*(?=${newline}|$)`,
    'g',
  );
  closing.lastIndex = contentStart;
  const close = closing.exec(text);
  return {
    kind: 'fence',
    start: position,
    end: close ? close.index + close[0].length : text.length,
    contentStart,
    contentEnd: close ? close.index : text.length,
    language: /^[^\s{,:]*/.exec(info.trim())?.[0].toLowerCase() ?? '',
  };
}

/**
 * Searches for closing delimiters, and remembers missing ones, so that many openings take no more time than
 * one.
 */
class DelimiterSearch {
  readonly #text: string;
  /** The end of the paragraph of the last search. */
  #paragraphEnd = -1;
  /** The search for each delimiter, and the offset up to which there is none. */
  readonly #searches = new Map<string, { pattern: RegExp; absent: number }>();

  constructor(text: string) {
    this.#text = text;
  }

  spanAt(start: number, token: string): Span | undefined {
    if (token.startsWith('`')) return this.#codeSpan(start, token);
    if (token === '$') return this.#dollarFormula(start);
    if (token === '$$' || token === '\\(' || token === '\\[') return this.#formula(start, token);
    if (token === '\\b') return this.#environment(start);
    if (token === '\\e' || token === '\\r') return this.#reference(start);
    return undefined;
  }

  #codeSpan(start: number, run: string): CodeSpan | undefined {
    const close = this.#find(`(?<!\`)${run}(?!\`)`, start + run.length, this.#endOfParagraph(start));
    if (close === undefined) return this.#codeSpanOfEscapes(start);
    const content = this.#text.slice(start + run.length, close);
    if (blockStart.test(content)) return this.#codeSpanOfEscapes(start);
    return { kind: 'code-span', start, end: close + run.length };
  }

  /**
   * In a code span, `\n\n` looks like the end of a paragraph, but belongs to the code if it is in quotes, or
   * if the code consists only of escapes.
   */
  #codeSpanOfEscapes(start: number): CodeSpan | undefined {
    escapeSpan.lastIndex = 0;
    const match = escapeSpan.exec(this.#text.slice(start, start + maxEscapeSpan));
    return match ? { kind: 'code-span', start, end: start + match[0].length } : undefined;
  }

  #dollarFormula(start: number): Formula | undefined {
    const limit = this.#endOfParagraph(start);
    const first = this.#find(closings.$, start + 1, limit);
    const isInText = first !== undefined && textCommand.test(this.#text.slice(start + 1, first));
    const close = (isInText ? this.#dollarOutsideText(start + 1, limit) : undefined) ?? first;
    if (close === undefined || this.#text.charAt(close + 1) === '$') return undefined;
    const content = this.#text.slice(start + 1, close);
    if (content.includes('`') || blockStart.test(content)) return undefined;
    const before = this.#text.slice(Math.max(0, start - 2), start);
    if (!isFormula(content, before, this.#text.charAt(close + 1))) return undefined;
    return formula(start, 1, close, 1, false);
  }

  /**
   * The next dollar sign outside the text commands of this formula. The inner signs of `$\text{if $x$}$` are
   * skipped.
   */
  #dollarOutsideText(from: number, limit: number): number | undefined {
    const end = Math.min(limit, from + longestEnvironment);
    /** For each open brace, whether its content is text. */
    const braces: boolean[] = [];
    textSign.lastIndex = from;
    for (
      let match = textSign.exec(this.#text);
      match && match.index < end;
      match = textSign.exec(this.#text)
    ) {
      const [sign] = match;
      if (sign === '$' && !braces.includes(true)) return match.index;
      if (sign === '}' || sign.startsWith('\\end')) braces.pop();
      else if (sign.startsWith('\\begin') && sign.endsWith('}')) braces.push(true);
      else if (sign.endsWith('{') && !sign.startsWith('\\{')) braces.push(textCommand.test(sign));
    }
    return undefined;
  }

  #formula(start: number, open: '$$' | '\\(' | '\\['): Formula | undefined {
    const display = open !== '\\(';
    const contentStart = start + open.length;
    newlineHere.lastIndex = contentStart;
    const isBlock = display && newlineHere.test(this.#text);
    const limit = isBlock ? this.#text.length : this.#endOfParagraph(start);
    const contentEnd = this.#find(closings[open], contentStart, limit);
    if (contentEnd === undefined) return undefined;
    const content = this.#text.slice(contentStart, contentEnd);
    if (content.trim() === '') return undefined;
    if (
      open !== '$$' &&
      areBracketsOfProse(content, display, this.#isAmongText(start, contentEnd + open.length))
    )
      return undefined;
    // A closing delimiter has the length of the opening one.
    return formula(start, open.length, contentEnd, open.length, display);
  }

  /**
   * Whether there are words on the same line before or after a range of text, or the range is the text of a
   * link.
   */
  #isAmongText(start: number, end: number): boolean {
    const before =
      this.#text
        .slice(Math.max(0, start - longestMargin), start)
        .split(newlines)
        .at(-1) ?? '';
    const [after = ''] = this.#text.slice(end, end + longestMargin).split(newlines);
    return !/^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?$/.test(before) || !/^[\s.,;:!?)]*$/.test(after);
  }

  #environment(start: number): Formula | undefined {
    opening.lastIndex = start;
    const [begin, name = ''] = opening.exec(this.#text) ?? [];
    if (begin === undefined) return undefined;
    const limit = Math.min(this.#text.length, start + longestEnvironment);
    const end = `\\end{${name}}`;
    let from = start + begin.length;
    for (let depth = 1; ;) {
      const close = this.#find(literal(end), from, limit);
      if (close === undefined) return undefined;
      depth += this.#text.slice(from, close).split(begin).length - 2;
      from = close + end.length;
      if (depth === 0) break;
    }
    const content = this.#text.slice(start + begin.length, from - end.length);
    // In a text about TeX, the delimiters enclose no environment.
    if (!environmentSign.test(content) || content.includes('```')) return undefined;
    return formula(start, 0, from, 0, true);
  }

  #reference(start: number): Formula | undefined {
    referenceHere.lastIndex = start;
    const [all] = referenceHere.exec(this.#text) ?? [];
    return all === undefined ? undefined : formula(start, 0, start + all.length, 0, false);
  }

  #find(pattern: string, from: number, limit: number): number | undefined {
    let search = this.#searches.get(pattern);
    if (!search) {
      search = { pattern: new RegExp(pattern, 'g'), absent: -1 };
      this.#searches.set(pattern, search);
    }
    if (search.absent >= limit) return undefined;
    search.pattern.lastIndex = from;
    const found = search.pattern.exec(this.#text)?.index ?? Infinity;
    if (found < limit) return found;
    search.absent = Math.min(found, this.#text.length);
    return undefined;
  }

  #endOfParagraph(position: number): number {
    if (position >= this.#paragraphEnd) {
      blankLine.lastIndex = position;
      this.#paragraphEnd = blankLine.exec(this.#text)?.index ?? this.#text.length;
    }
    return this.#paragraphEnd;
  }
}

/** Environments that form formulas by themselves, and environments within them. */
const opening = new RegExp(
  String.raw`\\begin\{((?:equation|align|alignat|flalign|gather|multline|eqnarray)\*?|displaymath|math|subequations|` +
    String.raw`aligned|alignedat|gathered|multlined|split|(?:d|r|dr)?cases\*?|(?:sub)?numcases|empheq|[pbBvV]?matrix|smallmatrix|array|CD)\}`,
  'y',
);
const environmentSign = /[&^_=+<>]|\\[A-Za-z\\]/;

/** Maximum length of an environment in characters: twice that of a formula, because of escapes. */
const longestEnvironment = 2 * limits.formulaLength;

/** Number of characters that are examined on each side of brackets. */
const longestMargin = 40;

const referenceHere = /\\(?:eq)?ref\{[^{}\\\n]{1,100}\}/y;

/** Environments with cells of text. */
const textEnvironment = String.raw`\{(?:[dr]{0,2}cases\*|(?:sub)?numcases|tabular)\}`;

/** The beginning of text in a formula. */
const textCommand = new RegExp(String.raw`\\(?:(?:text[a-z]*|[mhf]box|tag\*?)\s*\{|begin${textEnvironment})`);
const textSign = new RegExp(
  String.raw`\\(?:begin|end)${textEnvironment}|\\[A-Za-z]+\*?\s*\{|\\[^]|[{}$]`,
  'g',
);

function literal(text: string): string {
  return text.replace(/[\\{}*]/g, String.raw`\$&`);
}

/** For each opening delimiter, a pattern for the closing one. A single backslash before it makes it literal. */
const closings = {
  $: String.raw`(?<!(?:^|[^\\])\\)\$`,
  $$: String.raw`(?<!(?:^|[^\\])\\)\$\$`,
  '\\(': String.raw`(?<!(?:^|[^\\])\\)\\\)`,
  '\\[': String.raw`(?<!(?:^|[^\\])\\)\\\]`,
};

/** Maximum length of a code span that shows escapes. */
const maxEscapeSpan = 200;

const escapeSpan =
  /`(?:"(?:[^"`\\\n]|\\.)*"|'(?:[^'`\\\n]|\\.)*'|[^`\\'"\n]|\\[^n]|\\n(?=(?:\\[a-z])*[`'"]))*`/y;

function formula(
  start: number,
  openLength: number,
  contentEnd: number,
  closeLength: number,
  display: boolean,
): Formula {
  return {
    kind: 'formula',
    start,
    end: contentEnd + closeLength,
    contentStart: start + openLength,
    contentEnd,
    display,
  };
}
