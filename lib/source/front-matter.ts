import matter from 'gray-matter';
import { parseDocument, type Document } from 'yaml';

import { limits } from '@/lib/limits';
import { placesOf } from './places';
import { boundProblems, errorAt, hasErrors, type Finding, type Place } from './problem';
import { isKeyLine, recoverYaml } from './recover-yaml';
import { readSimpleYaml } from './simple-yaml';
import { readYaml, tooLong, yamlOptions } from './parsed-yaml';
import { keyFinder, placesInDocument, type KeyFinder } from './yaml-places';

/** A content file, split as far as possible. */
export interface SplitFile {
  /** Undefined if the file has none, or if it exceeds the limits. */
  frontMatter: FrontMatter | undefined;
  /** The text after the front matter. */
  body: string;
  /** The line on which `body` begins, counted from 1. */
  bodyLine: number;
  /** Faults of the front matter as YAML, independent of the schema. */
  findings: Finding[];
}

/** The contents of front matter. */
export interface FrontMatter extends KeyFinder {
  data: Record<string, unknown>;
  /** Whether all of it is valid YAML. */
  isWhole: boolean;
  /** Whether the value at a path is invalid, so that its contents are unknown. */
  isBroken: (path: readonly PropertyKey[]) => boolean;
  /** The same with comments and styles, for commands that edit a file without errors. */
  toDocument: () => Document;
}

const start: Place = { line: 1, column: 1 };

/**
 * Splits a content file into front matter, parsed as plain YAML 1.2 data, and body.
 *
 * @param known keys of front matter, used to interpret invalid YAML
 */
export function readFrontMatter(text: string, known: ReadonlySet<string>): SplitFile {
  const unsafe = findUnsafe(text);
  if (unsafe) return splitUnsafe(text, unsafe, known);
  let read: ReturnType<typeof readSource> | undefined;
  const parse = (source: string) => {
    // gray-matter keeps the carriage return of the last line and drops its newline.
    read = readSource(`${source}\n`, known);
    return read.frontMatter?.data ?? {};
  };
  const { content } = matter(text, { engines: { yaml: parse } });
  return {
    // gray-matter does not call the engine for empty front matter.
    ...(read ?? readSource('', known)),
    body: content,
    bodyLine: text.slice(0, text.length - content.length).split('\n').length,
  };
}

/** The reason why a file cannot be split by gray-matter, and the lines at which it is split instead. */
interface Unsafe {
  finding: Finding;
  /**
   * Line of the front matter's end, and line on which the body begins, counted from 1; undefined if there is
   * no end.
   */
  lines: { end: number; body: number } | undefined;
}

/**
 * Finds input that gray-matter must not get. It treats text after the first three hyphens as the name of an
 * engine, one of which evaluates code. Its search for comments takes quadratic time for many empty lines.
 */
function findUnsafe(text: string): Unsafe | undefined {
  const [, language] = /^---(?!-)([^\n]*)/.exec(text) ?? [];
  if (language === undefined) {
    const message = 'The file must begin with front matter: a line "---", keys, "---".';
    return { finding: errorAt(start, 'front-matter-missing', message), lines: undefined };
  }
  const end = text.indexOf('\n---');
  const before = end === -1 ? text : text.slice(0, end);
  const lines = before.match(/\r\n|[\n\r\u2028\u2029]/g)?.length ?? 0;
  if (lines > limits.frontMatterLines) {
    // Without an end, the rest of the file is not front matter, whatever its length.
    if (end === -1) return { finding: unclosed(), lines: undefined };
    return { finding: tooLong(`${lines} lines, at most ${limits.frontMatterLines}`), lines: undefined };
  }
  const closingLine = before.split('\n').length + 1;
  if (language.trim() !== '') {
    const message = `The first line must be "---" alone, found "---${language.trim().slice(0, 80)}". Front matter must be YAML.`;
    const finding = errorAt({ line: 1, column: 4 }, 'front-matter-language', message);
    return { finding, lines: end === -1 ? undefined : { end: closingLine, body: closingLine + 1 } };
  }
  if (end === -1) {
    const body = endOfKeys(text);
    return { finding: unclosed(), lines: { end: body, body } };
  }
  const [closing = ''] = /^[^\n]*/.exec(text.slice(end + 1)) ?? [];
  if (closing.trim() !== '---') {
    const message = `The line that closes the front matter must be "---" alone, found "${closing.trim().slice(0, 80)}".`;
    const finding = errorAt({ line: closingLine, column: 4 }, 'front-matter-unclosed', message);
    return { finding, lines: { end: closingLine, body: closingLine + 1 } };
  }
  return undefined;
}

function unclosed(): Finding {
  const message = 'The front matter is not closed: add a line "---" after its last key.';
  return errorAt(start, 'front-matter-unclosed', message);
}

/** The first line that is neither a key nor belongs to one, counted from 1. */
function endOfKeys(text: string): number {
  const lines = text.split('\n');
  const index = lines.findIndex((line, number) => number > 0 && /^[^\s#-]/.test(line) && !isKeyLine(line));
  return index === -1 ? lines.length : index + 1;
}

/** Reads the front matter of a file that gray-matter must not get. */
function splitUnsafe(text: string, { finding, lines }: Unsafe, known: ReadonlySet<string>): SplitFile {
  const isWhole = finding.code === 'front-matter-missing';
  if (!lines) {
    return { frontMatter: undefined, body: isWhole ? text : '', bodyLine: 1, findings: [finding] };
  }
  const all = text.split('\n');
  const source = ['', ...all.slice(1, lines.end - 1), ''].join('\n');
  const { frontMatter, findings } = readSource(source, known);
  return {
    frontMatter,
    body: all.slice(lines.body - 1).join('\n'),
    // The end of the front matter may be the last line of the file.
    bodyLine: Math.min(lines.body, all.length),
    // Front matter that is not YAML at all is in another language.
    findings: frontMatter ? [finding, ...findings] : [finding],
  };
}

function readSource(source: string, known: ReadonlySet<string>): Pick<SplitFile, 'frontMatter' | 'findings'> {
  const simple = readSimpleYaml(source);
  const toDocument = () => parseDocument(source, yamlOptions);
  const whole = { toDocument, isWhole: true, isBroken: () => false };
  if (simple) {
    return { frontMatter: { data: simple.data, ...whole, ...keyFinder(source, simple) }, findings: [] };
  }
  // The line counter of the parser skips line breaks within plain scalars.
  const { document, findings } = readYaml(source, placesOf(source));
  if (document && !hasErrors(findings)) {
    // A document that contains a map or nothing converts to an object.
    const data = (document.toJS() ?? {}) as Record<string, unknown>;
    return {
      frontMatter: { data, ...whole, ...keyFinder(source, placesInDocument(document)) },
      findings,
    };
  }
  const recovered = document && recoverYaml(source, known);
  if (!recovered || Object.keys(recovered.data).length === 0 || !hasErrors(recovered.findings)) {
    return { frontMatter: undefined, findings: boundProblems(findings) };
  }
  const { data, isBroken } = recovered;
  return {
    frontMatter: { data, isWhole: false, isBroken, toDocument, ...keyFinder(source, recovered) },
    findings: boundProblems(recovered.findings),
  };
}
