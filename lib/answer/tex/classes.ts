import { expandTo, tokenLike, type Expander, type Macro } from './expander';

/**
 * `\mathbin` and similar commands with several symbols. Temml treats the argument as one symbol and often
 * shows only the first, as in `\mathopen{\Omega a}` and `\mathbf{a \bmod b}`. With an empty group before it,
 * the whole argument is shown.
 */
export const classMacros: ReadonlyMap<string, Macro> = new Map(
  ['ord', 'bin', 'rel', 'open', 'close', 'punct', 'inner'].map((name) => [
    `\\math${name}`,
    (expander: Expander) => readClass(expander, `\\math${name}`),
  ]),
);

function readClass(expander: Expander, name: string): ReturnType<typeof expandTo> {
  const { tokens, start } = expander.consumeArg();
  const content = tokens.toReversed();
  const texts = content.map(({ text }) => text);
  const isSplit =
    texts.length > 1 && texts.some((text) => isName.test(text)) && !texts.some((text) => asOne.has(text));
  const braces = isSplit ? [tokenLike(start, '{'), tokenLike(start, '}')] : [];
  return expandTo([
    tokenLike(start, name, true),
    tokenLike(start, '{'),
    ...braces,
    ...content,
    tokenLike(start, '}'),
  ]);
}

/** A letter, a digit, or a command. */
const isName = /^(?:[\p{L}\p{N}]|\\[A-Za-z])/u;

/** Commands whose argument Temml's own macros treat as a single symbol. */
const asOne = new Set(['\\char', '\\raisebox', '\\mkern', '\\reflectbox']);
