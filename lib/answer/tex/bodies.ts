import {
  expandTo,
  readArgument,
  readOptional,
  readTokens,
  tokenLike,
  type Expander,
  type Token,
} from './expander';

type Expansion = ReturnType<typeof expandTo>;

/**
 * Environments that are replaced together with their content, by the names in `\begin`. Each function reads the
 * rest of the environment, and returns undefined if its end is missing or has another name.
 */
export const bodies: ReadonlyMap<string, (expander: Expander, name: string) => Expansion | undefined> =
  new Map([
    ...['cases*', 'dcases*', 'rcases*', 'drcases*'].map((name) => [name, casesWithText] as const),
    ['numcases', numberedCases],
    ['subnumcases', numberedCases],
    ['empheq', emphasized],
    ['tabular', tabular],
  ]);

/** `cases*` of mathtools: the second column is text. */
function casesWithText(expander: Expander, name: string): Expansion | undefined {
  const start = expander.future();
  const body = readBody(expander, name);
  return body && expandTo(environment(name.slice(0, -1), conditionsAsText(body), start));
}

/**
 * `numcases` of the package cases: a left side, and cases whose second column is text. All cases share one
 * number, which stands beside the formula if it has a label or a tag.
 */
function numberedCases(expander: Expander, name: string): Expansion | undefined {
  const start = expander.future();
  const left = readTokens(expander);
  const body = readBody(expander, name);
  if (!body) return undefined;
  const numbers: Token[] = [];
  const rest: Token[] = [];
  for (let at = 0; at < body.length;) {
    const end = numbering.has(body[at]?.text ?? '') ? endOfArgument(body, at + 1) : at;
    if (end === at) rest.push(...body.slice(at, (at += 1)));
    else numbers.push(...body.slice(at, (at = end)));
  }
  return expandTo([...left, ...environment('cases', conditionsAsText(rest), start), ...numbers]);
}

const numbering = new Set(['\\tag', '\\label']);

/**
 * The index after an argument in braces, with a star and spaces before it; the given index if there is none.
 */
function endOfArgument(tokens: readonly Token[], from: number): number {
  let at = from;
  while (/^[ *]$/.test(tokens[at]?.text ?? '')) at += 1;
  if (tokens[at]?.text !== '{') return from - 1;
  let depth = 0;
  do {
    const text = tokens[at]?.text;
    depth += text === '{' ? 1 : text === '}' ? -1 : 0;
    at += 1;
  } while (depth > 0 && at < tokens.length);
  return at;
}

function conditionsAsText(body: readonly Token[]): Token[] {
  return mapCells(body, (cell, column) => (column === 0 ? cell : asText(cell)));
}

/**
 * `\begin{empheq}[options]{align}` of the package empheq. Delimiters and boxes around the equations are shown.
 * Other options, which only change the layout, are ignored.
 */
function emphasized(expander: Expander, name: string): Expansion | undefined {
  const start = expander.future();
  const options = readOptions(readOptional(expander) ?? '');
  const [inner = '', columns] = readArgument(expander).split('=');
  const body = readBody(expander, name);
  if (!body) return undefined;
  const [left, right] = [options.get('left'), options.get('right')];
  const isDelimited = left !== undefined || right !== undefined;
  const isBoxed = options.has('box');
  const isPart = isDelimited || isBoxed;
  const rows = environment(
    isPart ? (within.get(inner.replace('*', '')) ?? inner) : inner,
    body,
    start,
    columns,
  );
  const tokens = (tex: string) => tokensOf(tex, start);
  const delimited = isDelimited
    ? [...tokens(sideTex(left ?? '', '\\left')), ...rows, ...tokens(sideTex(right ?? '', '\\right'))]
    : rows;
  return expandTo(isBoxed ? [...tokens('\\boxed{'), ...delimited, ...tokens('}')] : delimited);
}

/** The environment that has the rows of a display environment within delimiters. */
const within = new Map([
  ['equation', 'aligned'],
  ['align', 'aligned'],
  ['flalign', 'aligned'],
  ['alignat', 'alignedat'],
  ['gather', 'gathered'],
  ['multline', 'gathered'],
]);

/** The options of empheq: `left={f(x)=\empheqlbrace}, box=\fbox`. */
function readOptions(text: string): Map<string, string> {
  return new Map(
    Array.from(text.matchAll(option), ([, key = '', value = '']) => [
      key,
      value.trim().replace(/^\{(.*)\}$/s, '$1'),
    ]),
  );
}

const option = /([a-z]+)\s*=\s*((?:[^{},]|\{(?:[^{}]|\{[^{}]*\})*\})*)/g;

const delimiter = /\\empheq(?:big)?([lr])(brace|brack|paren|angle|vert|Vert|floor|ceil)\s*/;

function sideTex(side: string, command: '\\left' | '\\right'): string {
  const [all, hand = '', kind = ''] = delimiter.exec(side) ?? [];
  const sign = all === undefined ? '.' : kind === 'paren' ? (hand === 'l' ? '(' : ')') : `\\${hand}${kind} `;
  const text = all === undefined ? side : side.replace(all, '');
  return command === '\\left' ? `${text}\\left${sign}` : `\\right${sign}${text}`;
}

/** `tabular`, whose cells are text. */
function tabular(expander: Expander, name: string): Expansion | undefined {
  const start = expander.future();
  readOptional(expander);
  const columns = readArgument(expander);
  const body = readBody(expander, name);
  return body && expandTo(environment('array', mapCells(body, tabularCell), start, columns));
}

const lines = new Set(['\\hline', '\\toprule', '\\midrule', '\\bottomrule']);

/** Lines before a row, and the distance from the row above, are not text. */
function tabularCell(cell: readonly Token[], column: number): Token[] {
  let start = 0;
  if (column === 0) {
    if (cell[0]?.text === '[') start = cell.findIndex(({ text }) => text === ']') + 1;
    while (cell[start]?.text === ' ' || lines.has(cell[start]?.text ?? '')) start += 1;
  }
  return [...cell.slice(0, start), ...asText(cell.slice(start))];
}

/**
 * The tokens up to the `\end` of an environment, whose name is read, too; undefined if it has another name.
 */
function readBody(expander: Expander, name: string): Token[] | undefined {
  const body: Token[] = [];
  let depth = 0;
  for (;;) {
    // `consumeArg` reports the missing end.
    if (expander.future().text === 'EOF') expander.consumeArg(['\\end']);
    const token = expander.popToken();
    if (token.text === '\\begin') depth += 1;
    if (token.text === '\\end') depth -= 1;
    if (depth < 0) break;
    body.push(token);
  }
  const end = readTokens(expander)
    .map(({ text }) => text)
    .join('');
  return end === name ? body : undefined;
}

const rowEnds = new Set(['\\\\', '\\cr', '\\tabularnewline']);

/** Changes the cells of rows. The column is counted from 0. */
function mapCells(
  body: readonly Token[],
  change: (cell: readonly Token[], column: number) => readonly Token[],
): Token[] {
  const changed: Token[] = [];
  let cell: Token[] = [];
  let column = 0;
  let depth = 0;
  for (const token of body) {
    const { text } = token;
    if (text === '{' || text === '\\begin') depth += 1;
    if (text === '}' || text === '\\end') depth -= 1;
    const isRowEnd = depth === 0 && rowEnds.has(text);
    if (!isRowEnd && (depth !== 0 || text !== '&')) {
      cell.push(token);
      continue;
    }
    changed.push(...change(cell, column), isRowEnd ? tokenLike(token, '\\\\') : token);
    cell = [];
    column = isRowEnd ? 0 : column + 1;
  }
  return [...changed, ...change(cell, column)];
}

function asText(cell: readonly Token[]): Token[] {
  const isSpace = ({ text }: Token) => text === ' ';
  const from = cell.findIndex((token) => !isSpace(token));
  const first = cell[from];
  if (!first) return [...cell];
  const content = cell.slice(from, cell.findLastIndex((token) => !isSpace(token)) + 1);
  return [tokenLike(first, '\\text'), tokenLike(first, '{'), ...content, tokenLike(first, '}')];
}

/** An environment at the place of a token. */
function environment(name: string, body: readonly Token[], place: Token, columns?: string): Token[] {
  const begin = `\\begin{${name}}${columns === undefined ? '' : `{${columns}}`}`;
  return [...tokensOf(begin, place), ...body, ...tokensOf(`\\end{${name}}`, place)];
}

function tokensOf(tex: string, place: Token): Token[] {
  return Array.from(tex.matchAll(/\\[A-Za-z]+|\\?[^]/g), ([text]) => tokenLike(place, text));
}
