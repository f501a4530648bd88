import { expandTo, tokenLike, type Expander, type Macro, type Token } from './expander';

/** Commands of Temml whose argument is text. */
const textCommands = [
  'text',
  'textrm',
  'textsf',
  'texttt',
  'textnormal',
  'textsc',
  'textbf',
  'textmd',
  'textit',
  'textup',
  'emph',
  'hbox',
  'fbox',
];

const delimiters = (
  'langle rangle lceil rceil lfloor rfloor lvert rvert lVert rVert vert Vert lbrack rbrack lgroup rgroup ' +
  'lmoustache rmoustache ulcorner urcorner llcorner lrcorner llbracket rrbracket'
).split(' ');

/** Replacements of math characters in text, which has no subscripts and no alignment. */
const signs = new Map([
  ['_', '\\_'],
  ['&', '\\&'],
  ['#', '\\#'],
  ['^', '\\textasciicircum'],
]);

/**
 * Text as MathJax reads it: characters with a special meaning in math are literal, as in `\text{user_id}` and
 * `\text{R&D}`. LaTeX reports an error for them. Text between dollar signs is math.
 */
export const textMacros: ReadonlyMap<string, Macro> = new Map([
  ...textCommands.map((name): [string, Macro] => [
    `\\${name}`,
    (expander) => readText(expander, `\\${name}`),
  ]),
  ...delimiters.map((name): [string, Macro] => [
    `\\${name}`,
    (expander) => readDelimiter(expander, `\\${name}`),
  ]),
]);

/** Temml would show the names of delimiter commands in text. */
function readDelimiter(expander: Expander, name: string): ReturnType<typeof expandTo> {
  const next = expander.future();
  const delimiter = tokenLike(next, name, true);
  const dollar = tokenLike(next, '$');
  return expandTo(expander.mode === 'text' ? [dollar, delimiter, dollar] : [delimiter]);
}

function readText(expander: Expander, name: string): ReturnType<typeof expandTo> {
  const { tokens, start } = expander.consumeArg();
  let math: string | undefined;
  const text = tokens.toReversed().map((token): Token => {
    if (math === undefined) math = mathEnds.get(token.text);
    else if (token.text === math) math = undefined;
    const sign = math === undefined ? signs.get(token.text) : undefined;
    return sign === undefined ? token : tokenLike(token, sign);
  });
  return expandTo([tokenLike(start, name, true), tokenLike(start, '{'), ...text, tokenLike(start, '}')]);
}

/** Closing delimiters of math in text, by the opening ones. */
const mathEnds = new Map([
  ['$', '$'],
  ['\\(', '\\)'],
]);
