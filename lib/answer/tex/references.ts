import { expandTo, readTokens, tokenLike, type Expander, type Macro } from './expander';

/** References to equations, which Temml has in math alone, in text too. */
export const referenceMacros: ReadonlyMap<string, Macro> = new Map(
  ['\\ref', '\\eqref'].map((name) => [name, (expander: Expander) => readReference(expander, name)]),
);

function readReference(expander: Expander, name: string): ReturnType<typeof expandTo> {
  const start = expander.future();
  const label = readTokens(expander);
  const reference = [tokenLike(start, name, true), tokenLike(start, '{'), ...label, tokenLike(start, '}')];
  const dollar = tokenLike(start, '$');
  return expandTo(expander.mode === 'text' ? [dollar, ...reference, dollar] : reference);
}
