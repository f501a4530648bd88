/** A token of TeX as Temml reads it: a command with its backslash, a character, a space, or `EOF`. */
export interface Token {
  text: string;
  /** Of a command that stands for what Temml does by that name, whatever macro has the name too. */
  noexpand?: boolean;
}

/** The part of Temml that expands macros, as far as macros of ours use it. */
export interface Expander {
  readonly mode: 'math' | 'text';
  readonly settings: { readonly displayMode: boolean };
  readonly macros: { set: (name: string, macro: Macro) => void };
  /** The next token, which stays where it is. */
  future: () => Token;
  popToken: () => Token;
  consumeSpaces: () => void;
  /** The next argument without its braces, its tokens from the last to the first. */
  consumeArg: (delimiters?: readonly string[]) => { tokens: Token[]; start: Token; end: Token };
  isDefined: (name: string) => boolean;
}

/** What takes the place of a macro: tokens from the last to the first, or TeX in which `#1` is the first argument. */
type Expansion = string | { tokens: Token[]; numArgs: number };

export type Macro = Expansion | ((expander: Expander) => Expansion);

/** A token like another, at its place in the TeX. */
export function tokenLike(token: Token, text: string, noexpand = false): Token {
  const prototype: object | null = Object.getPrototypeOf(token) as object | null;
  return Object.assign(Object.create(prototype) as Token, token, { text, noexpand });
}

/** Tokens in the order in which they stand. */
export function expandTo(tokens: readonly Token[]): Expansion {
  return { tokens: tokens.toReversed(), numArgs: 0 };
}

/** TeX that may hold what was typed, whose `#` is no mark of an argument. */
export function expandToTex(tex: string): Expansion {
  return tex.replaceAll('#', '##');
}

/** The next argument as tokens in the order in which they stand. */
export function readTokens(expander: Expander): Token[] {
  return expander.consumeArg().tokens.toReversed();
}

/** The next argument as TeX. */
export function readArgument(expander: Expander): string {
  return texOf(readTokens(expander));
}

/** What stands in square brackets next, as TeX. */
export function readOptional(expander: Expander): string | undefined {
  expander.consumeSpaces();
  if (expander.future().text !== '[') return undefined;
  expander.popToken();
  return texOf(expander.consumeArg([']']).tokens.toReversed());
}

/** Takes a star, if one is next. */
export function readStar(expander: Expander): boolean {
  const isStar = expander.future().text === '*';
  if (isStar) expander.popToken();
  return isStar;
}

/** Whether an argument in braces is next. */
export function isGroupNext(expander: Expander): boolean {
  expander.consumeSpaces();
  return expander.future().text === '{';
}

/** Tokens as TeX that is read as the same tokens. */
export function texOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ text }) => {
      if (text === '\\#') return '{\\#}';
      return /^\\[A-Za-z@]+$/.test(text) ? `${text} ` : text;
    })
    .join('');
}

/** TeX for math, as it can stand where the macro stood. */
export function inMath(expander: Expander, tex: string): Expansion {
  return expandToTex(expander.mode === 'text' ? `$${tex}$` : `{${tex}}`);
}
