/** A token of TeX as Temml reads it: a command with its backslash, a character, a space, or `EOF`. */
export interface Token {
  text: string;
  /** Marks a command that keeps Temml's meaning, even if a macro has the same name. */
  noexpand?: boolean;
}

/** The part of Temml's macro expander that macros here use. */
export interface Expander {
  readonly mode: 'math' | 'text';
  readonly settings: { readonly displayMode: boolean };
  readonly macros: { set: (name: string, macro: Macro) => void };
  /** The next token, without consuming it. */
  future: () => Token;
  popToken: () => Token;
  consumeSpaces: () => void;
  /** The next argument without its braces; its tokens are in reverse order. */
  consumeArg: (delimiters?: readonly string[]) => { tokens: Token[]; start: Token; end: Token };
  isDefined: (name: string) => boolean;
}

/** The expansion of a macro: tokens in reverse order, or TeX in which `#1` is the first argument. */
type Expansion = string | { tokens: Token[]; numArgs: number };

export type Macro = Expansion | ((expander: Expander) => Expansion);

/** A token at the same place as another one. */
export function tokenLike(token: Token, text: string, noexpand = false): Token {
  const prototype: object | null = Object.getPrototypeOf(token) as object | null;
  return Object.assign(Object.create(prototype) as Token, token, { text, noexpand });
}

/** Expands to tokens in natural order. */
export function expandTo(tokens: readonly Token[]): Expansion {
  return { tokens: tokens.toReversed(), numArgs: 0 };
}

/** Expands to TeX that may contain typed text, in which `#` is not an argument. */
export function expandToTex(tex: string): Expansion {
  return tex.replaceAll('#', '##');
}

/** The next argument as tokens in natural order. */
export function readTokens(expander: Expander): Token[] {
  return expander.consumeArg().tokens.toReversed();
}

/** The next argument as TeX. */
export function readArgument(expander: Expander): string {
  return texOf(readTokens(expander));
}

/** The next optional argument in square brackets, as TeX. */
export function readOptional(expander: Expander): string | undefined {
  expander.consumeSpaces();
  if (expander.future().text !== '[') return undefined;
  expander.popToken();
  return texOf(expander.consumeArg([']']).tokens.toReversed());
}

/** Consumes a star if it is next. */
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

/** Converts tokens to TeX that is read as the same tokens. */
export function texOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ text }) => {
      if (text === '\\#') return '{\\#}';
      return /^\\[A-Za-z@]+$/.test(text) ? `${text} ` : text;
    })
    .join('');
}

/** Wraps TeX for math so that it works in the macro's position. */
export function inMath(expander: Expander, tex: string): Expansion {
  return expandToTex(expander.mode === 'text' ? `$${tex}$` : `{${tex}}`);
}
