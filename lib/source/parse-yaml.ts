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

/** Limits of a YAML text: levels of nesting, and tokens of the lexer. */
export interface YamlBounds {
  levels: number;
  tokens?: number;
}

/**
 * Parses one YAML 1.2 document like `parseDocument` of `yaml`, but rejects a text with more levels or tokens
 * than allowed. The limits are tested before any code that recurses for each level or compares each key with
 * every other.
 */
export function parseYaml(
  source: string,
  { levels, tokens: most = Infinity }: YamlBounds,
  options: ParseOptions & DocumentOptions & SchemaOptions = {},
): Document.Parsed | 'too-deep' | 'too-long' {
  const parser = new Parser();
  // The document and the innermost scalar each take one level of the parser's stack.
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
  if (!document) throw new Error('The YAML parser returned no document.');
  if (second) {
    const message = 'Source contains multiple documents; please use YAML.parseAllDocuments()';
    document.errors.push(new YAMLParseError([second.range[0], second.range[1]], 'MULTIPLE_DOCS', message));
  }
  return document;
}
