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
 * References to equations, which Temml has in math alone, in text too; and the tags of equations, which it has in displays
 * alone, in a line too, where they stand behind what they name.
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
