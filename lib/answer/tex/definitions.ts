import {
  expandTo,
  expandToTex,
  isGroupNext,
  readArgument,
  readStar,
  readTokens,
  type Expander,
  type Macro,
  type Token,
} from './expander';

/** Expands to nothing. */
const nothing = expandTo([]);

/**
 * `\newcommand` and similar commands as in MathJax: an existing command is redefined, a new one is defined,
 * and the first argument may have a default. Definitions are valid until the end of the formula.
 */
export const definitionMacros: ReadonlyMap<string, Macro> = new Map<string, Macro>([
  ['\\newcommand', (expander) => define(expander, () => true)],
  ['\\renewcommand', (expander) => define(expander, () => true)],
  ['\\providecommand', (expander) => define(expander, (name) => !expander.isDefined(name))],
  [
    '\\DeclareMathOperator',
    (expander) => {
      const command = readStar(expander) ? '\\operatorname*' : '\\operatorname';
      const name = readName(expander);
      expander.macros.set(name, `${command}{${readArgument(expander)}}`);
      return nothing;
    },
  ],
  [
    '\\DeclarePairedDelimiter',
    (expander) => {
      const name = readName(expander);
      const [left, right] = [readArgument(expander), readArgument(expander)];
      expander.macros.set(name, (at) => paired(at, left, right));
      return nothing;
    },
  ],
]);

/**
 * Paired delimiters as in mathtools. With a star, the delimiters grow with their content. An argument in
 * square brackets sets their size.
 */
function paired(expander: Expander, left: string, right: string): typeof nothing {
  const isHigh = readStar(expander);
  const size =
    readBrackets(expander)
      ?.map(({ text }) => text)
      .join('') ?? '';
  const content = readArgument(expander);
  const [before, after] = isHigh ? ['\\left', '\\right'] : size === '' ? ['', ''] : [`${size}l`, `${size}r`];
  return expandToTex(`${before}${left}{${content}}${after}${right}`);
}

function define(expander: Expander, isWanted: (name: string) => boolean): typeof nothing {
  readStar(expander);
  const name = readName(expander);
  const count = Number(
    readBrackets(expander)
      ?.map(({ text }) => text)
      .join('') ?? 0,
  );
  const first = readBrackets(expander);
  const body = readTokens(expander);
  if (!isWanted(name)) return nothing;
  const macro: Macro =
    first === undefined
      ? { tokens: body.toReversed(), numArgs: count }
      : (at) => expandTo(fill(body, [readBrackets(at) ?? first, ...argumentsOf(at, count - 1)]));
  expander.macros.set(name, macro);
  return nothing;
}

function readName(expander: Expander): string {
  const name = readTokens(expander)
    .map(({ text }) => text)
    .join('')
    .trim();
  // Like MathJax, accepts a name without its backslash.
  return /^[A-Za-z]+$/.test(name) ? `\\${name}` : name;
}

function readBrackets(expander: Expander): Token[] | undefined {
  if (isGroupNext(expander) || expander.future().text !== '[') return undefined;
  expander.popToken();
  return expander.consumeArg([']']).tokens.toReversed();
}

function argumentsOf(expander: Expander, count: number): Token[][] {
  return Array.from({ length: Math.max(0, count) }, () => readTokens(expander));
}

/** The body of a macro, with its arguments inserted for `#1` and so on. */
function fill(body: readonly Token[], values: readonly (readonly Token[])[]): Token[] {
  return body.flatMap((token, index) => {
    if (body[index - 1]?.text === '#') return [];
    if (token.text !== '#') return [token];
    return values[Number(body[index + 1]?.text) - 1] ?? [token];
  });
}
