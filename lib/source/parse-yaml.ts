import { Lexer, Parser } from 'yaml';

/**
 * Whether YAML is nested deeper than so many levels, or has more than so many tokens. Asks the parser's own stack, before
 * anything that calls itself, or compares every key with every other, sees it.
 */
export function findYamlExcess(
  source: string,
  levels: number,
  tokens = Infinity,
): 'too-deep' | 'too-long' | undefined {
  // The document and the innermost scalar each take a place on the stack.
  const deepest = levels + 2;
  const parser = new Parser();
  let count = 0;
  for (const lexeme of new Lexer().lex(source)) {
    // Iterating is what makes the parser take the lexeme in.
    Array.from(parser.next(lexeme));
    if (parser.stack.length > deepest) return 'too-deep';
    count += 1;
    if (count > tokens) return 'too-long';
  }
  return undefined;
}
