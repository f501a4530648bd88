import {
  Composer,
  Lexer,
  Parser,
  YAMLParseError,
  type CST,
  type Document,
  type DocumentOptions,
  type ParseOptions,
  type SchemaOptions,
} from 'yaml';

/** Bounds of a YAML text: levels of nesting, and what the lexer takes it apart into. */
export interface YamlBounds {
  levels: number;
  tokens?: number;
}

/**
 * Parses one YAML 1.2 document, as `parseDocument` of `yaml` does, unless it is nested deeper or has more tokens than
 * allowed. That is known before anything sees it that calls itself for each level, or compares every key with every other.
 */
export function parseYaml(
  source: string,
  { levels, tokens: most = Infinity }: YamlBounds,
  options: ParseOptions & DocumentOptions & SchemaOptions = {},
): Document.Parsed | 'too-deep' | 'too-long' {
  const parser = new Parser();
  // The document and the innermost scalar each take a place on the parser's stack.
  const deepest = levels + 2;
  const tokens: CST.Token[] = [];
  let count = 0;
  for (const lexeme of new Lexer().lex(source)) {
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > deepest) return 'too-deep';
    count += 1;
    if (count > most) return 'too-long';
  }
  tokens.push(...parser.end());
  const composer = new Composer({ ...options, prettyErrors: false, merge: false });
  const [document, second] = composer.compose(tokens, true, source.length);
  if (!document) throw new Error('A YAML text has at least one document, though an empty one.');
  if (second) {
    const message = 'Source contains multiple documents; please use YAML.parseAllDocuments()';
    document.errors.push(new YAMLParseError([second.range[0], second.range[1]], 'MULTIPLE_DOCS', message));
  }
  return document;
}
