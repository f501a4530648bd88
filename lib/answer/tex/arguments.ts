const opening = /\s*\{/y;
const single = /\s*(?:\\[A-Za-z]+|\\[^]|[^\s\\{}])/y;
const brace = /(?:[^\\{}]|\\[^])*([{}])/y;

/** The end of the argument that begins at an offset: a group in braces, a single character, or a command. */
export function endOfArgument(tex: string, at: number): number | undefined {
  opening.lastIndex = at;
  if (!opening.test(tex)) {
    single.lastIndex = at;
    return single.test(tex) ? single.lastIndex : undefined;
  }
  brace.lastIndex = opening.lastIndex;
  for (let depth = 1; depth > 0;) {
    const sign = brace.exec(tex)?.[1];
    if (sign === undefined) return undefined;
    depth += sign === '{' ? 1 : -1;
  }
  return brace.lastIndex;
}
