import {
  expandTo,
  expandToTex,
  readArgument,
  readStar,
  readTokens,
  tokenLike,
  type Expander,
  type Macro,
} from './expander';

/**
 * References to equations also in text, and tags also in inline formulas, where they follow the formula.
 * Temml supports references only in math, and tags only in display formulas.
 */
export const referenceMacros: ReadonlyMap<string, Macro> = new Map<string, Macro>([
  ...['\\ref', '\\eqref'].map((name): [string, Macro] => [name, (expander) => readReference(expander, name)]),
  ['\\tag', readTag],
]);

function readTag(expander: Expander): ReturnType<typeof expandTo> {
  const isBare = readStar(expander);
  const tag = readArgument(expander);
  const text = isBare ? tag : `({${tag}})`;
  return expandToTex(expander.settings.displayMode ? `\\tag@literal{${text}}` : `\\qquad\\text{${text}}`);
}

function readReference(expander: Expander, name: string): ReturnType<typeof expandTo> {
  const start = expander.future();
  const label = readTokens(expander);
  const reference = [tokenLike(start, name, true), tokenLike(start, '{'), ...label, tokenLike(start, '}')];
  const dollar = tokenLike(start, '$');
  return expandTo(expander.mode === 'text' ? [dollar, ...reference, dollar] : reference);
}
