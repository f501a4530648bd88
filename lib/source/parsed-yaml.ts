import { isAlias, isMap, isNode, isScalar, visit, type Document, type Scalar } from 'yaml';

import { limits } from '@/lib/limits';
import { describeHidden, findHiddenCharacters } from './hidden-characters';
import { parseYaml } from './parse-yaml';
import { errorAt, hasErrors, warningAt, type Finding, type Place } from './problem';
import { explainYamlError } from './yaml-words';

/** A text that the YAML parser has read. */
export interface ParsedYaml {
  /** With comments and styles; undefined if the text exceeds the limits. */
  document: Document | undefined;
  /** Faults of the text. Its contents are reliable only if none is an error. */
  findings: Finding[];
}

export const yamlOptions = { version: '1.2' } as const;

const start: Place = { line: 1, column: 1 };

/** Parses YAML 1.2 as plain data. @param placeAt gives the place of an offset in the source */
export function readYaml(source: string, placeAt: (offset: number) => Place): ParsedYaml {
  const { frontMatterDepth: levels, frontMatterTokens: tokens } = limits;
  const document = parseYaml(source, { levels, tokens }, yamlOptions);
  if (document === 'too-deep') {
    const message = `The front matter is nested deeper than ${levels} levels: flatten it.`;
    return { document: undefined, findings: [errorAt(start, 'front-matter-too-deep', message)] };
  }
  if (document === 'too-long') {
    return { document: undefined, findings: [tooLong(`more YAML tokens than the ${tokens} that`)] };
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

/** The finding for front matter that exceeds a limit. */
export function tooLong(amount: string): Finding {
  return errorAt(start, 'front-matter-too-long', `The front matter has ${amount} are allowed.`);
}

/**
 * Finds YAML features that content does not need: those that can expand a small file to a very large value,
 * or create objects.
 */
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
      // The parser does not include anchors and tags in the range of a value.
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
        // An escape sequence stands for the character; the file itself does not contain it.
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

/** The last occurrence of a character before an offset, or the first of a run of it. */
function lastRun(source: string, sign: string, before: number): number {
  let start = source.lastIndexOf(sign, before - 1);
  while (source.charAt(start - 1) === sign) start -= 1;
  return start;
}

/** The whole text including the part that was cut off, between quotes. */
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

/** The parser reports an unclosed quote or bracket at the end of the text. It is fixed at the beginning. */
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
