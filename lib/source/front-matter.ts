import matter from 'gray-matter';
import { isAlias, isMap, isNode, isScalar, parseDocument, visit, type Document, type Scalar } from 'yaml';

import { limits } from '@/lib/limits';
import { describeHidden, findHiddenCharacters } from './hidden-characters';
import { parseYaml } from './parse-yaml';
import { placesOf } from './places';
import { boundProblems, errorAt, hasErrors, warningAt, type Finding, type Place } from './problem';
import { readSimpleYaml } from './simple-yaml';
import { keyFinder, placesInDocument, type KeyFinder } from './yaml-places';

/** A content file taken apart. */
export interface FrontMatter extends KeyFinder {
  data: Record<string, unknown>;
  /** The same with its comments and styles, for commands that change a file. */
  toDocument: () => Document;
  /** What follows the front matter. */
  body: string;
  /** The line on which `body` begins, counted from 1. */
  bodyLine: number;
}

type FrontMatterYaml = Omit<FrontMatter, 'body' | 'bodyLine'>;

const start: Place = { line: 1, column: 1 };

/** Splits a content file into its front matter, read as plain YAML 1.2 data, and its body. */
export function readFrontMatter(text: string): { value: FrontMatter | undefined; findings: Finding[] } {
  const refusal = findUnsafe(text);
  if (refusal) return { value: undefined, findings: [refusal] };
  let read: ReturnType<typeof readYaml> | undefined;
  const parse = (source: string) => {
    // gray-matter keeps the last line's carriage return and drops its newline.
    read = readYaml(`${source}\n`);
    return read.value?.data ?? {};
  };
  const { content } = matter(text, { engines: { yaml: parse } });
  // It asks for nothing to be read where there is nothing.
  const yaml = read ?? readYaml('');
  return {
    value: yaml.value && {
      ...yaml.value,
      body: content,
      bodyLine: text.slice(0, text.length - content.length).split('\n').length,
    },
    findings: yaml.findings,
  };
}

/**
 * What gray-matter must not be given: it takes what follows the first three hyphens for the name of an engine, one of
 * which evaluates, and looks for comments from each line to the end of the empty ones below it.
 */
function findUnsafe(text: string): Finding | undefined {
  const [, language] = /^---(?!-)([^\n]*)/.exec(text) ?? [];
  if (language === undefined) {
    const message = 'The file must begin with front matter: a line "---", keys, "---".';
    return errorAt(start, 'front-matter-missing', message);
  }
  if (language.trim() !== '') {
    const message = `The first line must be "---" alone, found "---${language.trim()}". Front matter is YAML and is never run.`;
    return errorAt({ line: 1, column: 4 }, 'front-matter-language', message);
  }
  const end = text.indexOf('\n---');
  if (end === -1) {
    const message = 'The front matter is not closed: add a line "---" after its last key.';
    return errorAt(start, 'front-matter-unclosed', message);
  }
  const lines = text.slice(0, end).match(/\r\n|[\n\r\u2028\u2029]/g)?.length ?? 0;
  if (lines > limits.frontMatterLines) return tooLong(`${lines} lines, at most ${limits.frontMatterLines}`);
  const [closing = ''] = /^[^\n]*/.exec(text.slice(end + 1)) ?? [];
  if (closing.trim() !== '---') {
    const place = { line: text.slice(0, end + 1).split('\n').length, column: 4 };
    const message = `The line that closes the front matter must be "---" alone, found "${closing.trim().slice(0, 80)}".`;
    return errorAt(place, 'front-matter-unclosed', message);
  }
  return undefined;
}

function readYaml(source: string): { value: FrontMatterYaml | undefined; findings: Finding[] } {
  const simple = readSimpleYaml(source);
  if (!simple) return parseFrontMatter(source);
  const toDocument = () => parseDocument(source, yamlOptions);
  return { value: { data: simple.data, toDocument, ...keyFinder(source, simple) }, findings: [] };
}

const yamlOptions = { version: '1.2' } as const;

function parseFrontMatter(source: string): { value: FrontMatterYaml | undefined; findings: Finding[] } {
  const { frontMatterDepth: levels, frontMatterTokens: tokens } = limits;
  const document = parseYaml(source, { levels, tokens }, yamlOptions);
  if (document === 'too-deep') {
    const message = `The front matter is nested deeper than ${levels} levels: flatten it.`;
    return { value: undefined, findings: [errorAt(start, 'front-matter-too-deep', message)] };
  }
  if (document === 'too-long') {
    return { value: undefined, findings: [tooLong(`more words and signs than the ${tokens} that`)] };
  }
  // The parser's own line counter passes over line ends within plain scalars.
  const placeAt = placesOf(source);
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
  if (hasErrors(findings)) return { value: undefined, findings: boundProblems(findings) };
  return {
    // A document whose contents are a map, or nothing, converts to an object.
    value: {
      data: (document.toJS() ?? {}) as Record<string, unknown>,
      toDocument: () => document,
      ...keyFinder(source, placesInDocument(document)),
    },
    findings,
  };
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
        findings.push(errorAt(place, 'control-character', describeHidden(hidden.character)));
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

function tooLong(amount: string): Finding {
  return errorAt(start, 'front-matter-too-long', `The front matter has ${amount} are allowed.`);
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

/** The parser's errors in the words of someone who writes articles; its own words where they serve. */
function explainYamlError(code: string, message: string): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'This key stands here a second time: keep one of the two.';
    case 'TAB_AS_INDENT':
      return 'Found a tab: indent with spaces.';
    case 'MISSING_CHAR':
      return `${message}: what opens here is never closed.`;
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'Found a second ": " on this line: put the text between double quotes.';
    case 'BAD_SCALAR_START':
      return `${message}: put the text between double quotes.`;
    default:
      return `This is not valid YAML: ${message}.`;
  }
}
