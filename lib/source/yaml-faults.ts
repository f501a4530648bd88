import { isAlias, isMap, isNode, isScalar, visit, type Document, type Scalar } from 'yaml';

import { limits } from '@/lib/limits';
import { describeHidden, findHiddenCharacters } from './hidden-characters';
import { parseYaml } from './parse-yaml';
import { errorAt, hasErrors, warningAt, type Finding, type Place } from './problem';
import { explainYamlError } from './yaml-words';

/** A text that a YAML parser has read. */
export interface ParsedYaml {
  /** With its comments and styles; nothing where there is more than is allowed. */
  document: Document | undefined;
  /** What is wrong with it. What it says is certain only where none is an error. */
  findings: Finding[];
}

export const yamlOptions = { version: '1.2' } as const;

const start: Place = { line: 1, column: 1 };

/**
 * Reads YAML 1.2 as plain data with the parser.
 *
 * @param placeAt of an offset in the source
 */
export function readYaml(source: string, placeAt: (offset: number) => Place): ParsedYaml {
  const { frontMatterDepth: levels, frontMatterTokens: tokens } = limits;
  const document = parseYaml(source, { levels, tokens }, yamlOptions);
  if (document === 'too-deep') {
    const message = `The front matter is nested deeper than ${levels} levels: flatten it.`;
    return { document: undefined, findings: [errorAt(start, 'front-matter-too-deep', message)] };
  }
  if (document === 'too-long') {
    return { document: undefined, findings: [tooLong(`more words and signs than the ${tokens} that`)] };
  }
  const findings = [
    ...document.errors
      .slice(0, limits.problemsOfFile + 1)
      .map(({ code, message, pos }) =>
        errorAt(placeAt(startOfError(document, code, pos[0])), 'yaml', explainYamlError(code, message)),
      ),
    ...findForbiddenYaml(document, source, placeAt),
  ];
  if (document.contents !== null && !isMap(document.contents)) {
    findings.push(errorAt(start, 'yaml', 'The front matter must be a list of "key: value" lines.'));
  }
  const isTooLong = hasErrors(findings) && findings.some(({ code }) => code === 'front-matter-too-long');
  return { document: isTooLong ? undefined : document, findings };
}

/** What is said of front matter that has more of something than is allowed. */
export function tooLong(amount: string): Finding {
  return errorAt(start, 'front-matter-too-long', `The front matter has ${amount} are allowed.`);
}

/** YAML that data has no need of, and that can be used to make a small file very large or do something. */
function findForbiddenYaml(
  document: Document,
  source: string,
  placeAt: (offset: number) => Place,
): Finding[] {
  const findings: Finding[] = [];
  let keys = 0;
  visit(document, {
    Pair: (_, { key }) => {
      keys += 1;
      if (isNode(key) && !isScalar(key) && !isAlias(key)) {
        findings.push(errorAt(placeAt(key.range?.[0] ?? 0), 'yaml', 'A key must be a text: found a list.'));
      }
    },
    Node: (_, node) => {
      const [start = 0] = node.range ?? [];
      const place = placeAt(start);
      // The parser counts neither anchors nor tags to a value.
      const placeBefore = (sign: '&' | '!') => placeAt(lastRun(source, sign, start));
      const hidden =
        isScalar(node) && typeof node.value === 'string' ? findHiddenCharacters(node.value)[0] : undefined;
      if (isAlias(node)) {
        findings.push(
          errorAt(
            place,
            'yaml-alias',
            `"*${node.source}" is a YAML alias: write the value out, or quote the text.`,
          ),
        );
      } else if (node.anchor !== undefined) {
        findings.push(
          errorAt(
            placeBefore('&'),
            'yaml-alias',
            `"&${node.anchor}" is a YAML anchor: remove it, or quote the text.`,
          ),
        );
      } else if (node.tag !== undefined) {
        findings.push(
          errorAt(
            placeBefore('!'),
            'yaml-tag',
            'YAML tags ("!…") are not allowed: remove it, or quote the text.',
          ),
        );
      } else if (hidden) {
        // Written as an escape: the file itself has none.
        findings.push(
          errorAt(
            place,
            'control-character',
            `${describeHidden(hidden.character)} Between double quotes, "\\" begins an escape: write "\\\\" for each "\\" of your own.`,
          ),
        );
      } else if (isScalar(node) && node.type === 'PLAIN' && typeof node.value === 'string' && node.comment) {
        findings.push({
          ...warningAt(
            place,
            'text-cut',
            `The text ends at " #", which begins a comment in YAML: found "${node.value}". Put it between double quotes.`,
          ),
          fix: quoteWhole(node, node.comment, placeAt),
        });
      }
    },
  });
  if (keys > limits.frontMatterKeys)
    findings.push(tooLong(`${keys} keys, at most ${limits.frontMatterKeys}`));
  return findings;
}

/** Where the last of the signs before an offset stands, or the first of several in a row. */
function lastRun(source: string, sign: string, before: number): number {
  let start = source.lastIndexOf(sign, before - 1);
  while (source.charAt(start - 1) === sign) start -= 1;
  return start;
}

/** What was cut off, put back between quotes. */
function quoteWhole(
  { value, range }: Scalar,
  comment: string,
  placeAt: (offset: number) => Place,
): NonNullable<Finding['fix']> {
  const end = range?.[1] ?? 0;
  return {
    until: placeAt(end + ` #${comment}`.length),
    text: JSON.stringify(`${String(value)} #${comment}`),
  };
}

/** What is never closed is noticed at the end, and mended at the start. */
function startOfError(document: Document, code: string, offset: number): number {
  if (code !== 'MISSING_CHAR') return offset;
  let start = offset;
  visit(document, {
    Scalar: (_, { range, type }) => {
      const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
      if (isQuoted && range && range[0] < offset && offset <= range[2] + 1) start = range[0];
    },
  });
  return start;
}
