import { bodies } from './bodies';
import {
  expandTo,
  readOptional,
  readTokens,
  tokenLike,
  type Expander,
  type Macro,
  type Token,
} from './expander';

/** An environment that replaces another. */
interface StandIn {
  begin: string;
  end: string;
}

const environment = (name: string, columns = ''): StandIn => ({
  begin: `\\begin{${name}}${columns}`,
  end: `\\end{${name}}`,
});
const group: StandIn = { begin: '\\begingroup', end: '\\endgroup' };

/** Environments that Temml does not have. */
const everywhere = new Map<string, StandIn>([
  ['eqnarray', environment('darray', '{rcl}')],
  ['eqnarray*', environment('darray', '{rcl}')],
  ['flalign', environment('align')],
  ['flalign*', environment('align*')],
  ['displaymath', environment('equation*')],
  ['multlined', environment('gathered')],
  ['lgathered', environment('darray', '{l}')],
  ['rgathered', environment('darray', '{r}')],
  ['math', group],
  ['subequations', group],
]);

/** Replacements of display environments in inline formulas. */
const inLine = new Map<string, StandIn>([
  ['split', environment('aligned')],
  ['equation', environment('aligned')],
  ['equation*', environment('aligned')],
  ['displaymath', environment('aligned')],
  ['align', environment('aligned')],
  ['align*', environment('aligned')],
  ['flalign', environment('aligned')],
  ['flalign*', environment('aligned')],
  ['alignat', environment('alignedat')],
  ['alignat*', environment('alignedat')],
  ['gather', environment('gathered')],
  ['gather*', environment('gathered')],
  ['multline', environment('gathered')],
  ['multline*', environment('gathered')],
]);

/** `\begin` and `\end` for environments that Temml does not support, or not inline. */
export const environmentMacros: ReadonlyMap<string, Macro> = new Map<string, Macro>([
  ['\\begin', (expander) => replace(expander, 'begin')],
  ['\\end', (expander) => replace(expander, 'end')],
]);

function replace(expander: Expander, side: keyof StandIn): ReturnType<typeof expandTo> {
  const { tokens, start } = expander.consumeArg();
  const name = tokens
    .toReversed()
    .map(({ text }) => text)
    .join('');
  const replaced = side === 'begin' ? bodies.get(name)?.(expander, name) : undefined;
  if (replaced !== undefined) return replaced;
  const standIn = standInFor(name, expander);
  const token = (text: string, noexpand = false) => tokenLike(start, text, noexpand);
  if (standIn === group) return expandTo([token(standIn[side])]);
  const [, as = name, columns] = /^\\[a-z]+\{([^}]*)\}(?:\{(.*)\})?$/.exec(standIn?.[side] ?? '') ?? [];
  return expandTo([
    token(`\\${side}`, true),
    ...braced(
      Array.from(as, (letter) => token(letter)),
      token,
    ),
    ...(columns === undefined
      ? []
      : braced(
          Array.from(columns, (letter) => token(letter)),
          token,
        )),
    ...(side === 'begin' && standIn === undefined && arrays.has(name) ? readColumns(expander, token) : []),
  ]);
}

function standInFor(name: string, { settings }: Expander): StandIn | undefined {
  return (settings.displayMode ? undefined : inLine.get(name)) ?? everywhere.get(name);
}

function braced(tokens: readonly Token[], token: (text: string) => Token): Token[] {
  return [token('{'), ...tokens, token('}')];
}

const arrays = new Set(['array', 'darray']);

/**
 * The column specification of an array in the form that Temml reads. Vertical position, column widths and
 * spacing are ignored, as in MathJax.
 */
function readColumns(expander: Expander, token: (text: string) => Token): Token[] {
  readOptional(expander);
  return braced(simplify(readTokens(expander)), token);
}

/** Maximum number of columns that `*` repeats. */
const mostColumns = 50;

function simplify(columns: readonly Token[]): Token[] {
  const simple: Token[] = [];
  const rest = [...columns];
  const nextGroup = (): Token[] => {
    const first = rest.shift();
    if (first?.text !== '{') return first ? [first] : [];
    const end = endOfGroup(rest);
    return rest.splice(0, end + 1).slice(0, -1);
  };
  for (let column = rest.shift(); column; column = rest.shift()) {
    const { text } = column;
    if (text === '*') {
      const count = Math.min(
        mostColumns,
        Number(
          nextGroup()
            .map((digit) => digit.text)
            .join(''),
        ) || 0,
      );
      const repeated = simplify(nextGroup());
      for (let time = 0; time < count; time += 1) simple.push(...repeated);
    } else if (/^[pmb]$/.test(text) && rest[0]?.text === '{') {
      nextGroup();
      simple.push(tokenLike(column, 'l'));
    } else if (/^[@!]$/.test(text) && rest[0]?.text === '{' && rest[1]?.text === '}') {
      nextGroup();
    } else {
      simple.push(column);
    }
  }
  return simple;
}

function endOfGroup(tokens: readonly Token[]): number {
  let depth = 1;
  const end = tokens.findIndex(({ text }) => {
    if (text === '{') depth += 1;
    if (text === '}') depth -= 1;
    return depth === 0;
  });
  return end === -1 ? tokens.length : end;
}
