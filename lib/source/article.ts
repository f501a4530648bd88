import { slug as slugify } from 'github-slugger';

import { limits } from '@/lib/limits';
import { isSlug, parseQuestionPath, questionPath, site, slugRule } from '@/lib/site';
import { decodeUtf8 } from './decode-utf8';
import { readFrontMatter, type FrontMatter, type SplitFile } from './front-matter';
import { describeHidden, findHiddenCharacters, maskHidden } from './hidden-characters';
import { placesOf } from './places';
import {
  boundProblems,
  errorAt,
  hasErrors,
  warningAt,
  type Finding,
  type Place,
  type Problem,
} from './problem';
import {
  knownData,
  knownKeys,
  parseFrontMatterData,
  type KnownData,
  type SchemaIssue,
  type Source,
} from './schema';

/** A question with its answer, as read from its file. */
export interface Article {
  id: number;
  /** Path of its page, `/learn/<subject>/questions/<slug>`. */
  address: string;
  slug: string;
  subject: SubjectRef;
  /** Title in lists and in the page's title element. */
  title: string;
  /** Heading of the page (its only h1). */
  question: string;
  author: string;
  /** YYYY-MM-DD. */
  date: string;
  /** Format of the date in Day.js tokens. */
  dateFormat: string;
  /** Text before the date, such as "Posted on". */
  postOnText: string;
  /** Text after the question in the page's title element. */
  titleSuffix: string;
  description: string;
  /** One or two sentences that answer the question without further context. */
  shortAnswer: string | undefined;
  sources: Source[];
  keywords: string[];
  /** Addresses in the editor's order. May contain duplicates and addresses that do not exist. */
  related: string[];
  /** For a question in several subjects: the address that the editor chose as canonical. */
  canonical: string | undefined;
  answer: Answer;
}

interface SubjectRef {
  slug: string;
  /** Spelling of this file. */
  name: string;
}

/**
 * `escaped` is the single line of the source library, in which newlines are backslash-n. `markdown` is
 * ordinary Markdown.
 */
export interface Answer {
  form: 'escaped' | 'markdown';
  text: string;
}

/** The result of reading one file: an article, unless one of the problems is an error. */
export interface Reading {
  article: Article | undefined;
  /**
   * If a problem is an error: the readable contents of the file, so that the rest can still be checked.
   * Unknown values are empty or 0. Undefined if there is no answer.
   */
  unfinished: Article | undefined;
  problems: Problem[];
  /** The place in the file of the character at an offset in the answer's text. */
  placeInAnswer: (offset: number) => Place;
  /** The place of the value of a key or, if it is missing, of the nearest key above it. */
  placeOf: (path: readonly PropertyKey[]) => Place;
}

/** A content file: its bytes, and its path within the content folder with `/` as separator. */
export interface SourceFile {
  /** Path as messages show it. */
  file: string;
  path: string;
  bytes: Uint8Array;
}

/**
 * Reads one content file. Never throws because of its contents: all faults become problems. Problems that are
 * only consequences of another problem are left out.
 */
export function readArticle({ file, path, bytes }: SourceFile): Reading {
  const { value, findings, placeInAnswer = atStart, placeOf = atStart } = parseArticle(path, bytes);
  const problems = boundProblems(findings).map((finding) => ({ file, ...finding }));
  const [article, unfinished] = hasErrors(problems) ? [undefined, value] : [value, undefined];
  return { article, unfinished, problems, placeInAnswer, placeOf };
}

interface Parsed extends Partial<Pick<Reading, 'placeInAnswer' | 'placeOf'>> {
  value: Article | undefined;
  findings: Finding[];
}

const atStart = (): Place => ({ line: 1, column: 1 });

function parseArticle(path: string, bytes: Uint8Array): Parsed {
  const decoded = decode(bytes);
  if (decoded.value === undefined) return { value: undefined, findings: decoded.findings };
  const split = readFrontMatter(decoded.value, knownKeys);
  const { frontMatter, body, bodyLine } = split;
  const faults = [...decoded.findings, ...split.findings];
  const { data, findings: ofKeys } = readKeys(frontMatter);
  const answer = chooseAnswer(data.answer, split);
  const address = chooseAddress(data, frontMatter, path);
  const others = [...ofKeys, ...answer.findings, ...address.findings, ...checkTitles(data, frontMatter)];
  const placeInBody = placesOf(body);
  return {
    value: answer.value && toArticle(data, address.value, answer.value),
    findings: [...faults, ...withoutThoseOn(linesOf(faults), others)],
    placeOf: frontMatter?.placeOf ?? atStart,
    placeInAnswer: (offset) => {
      if (frontMatter && answer.value?.form === 'escaped')
        return frontMatter.placeWithin(['answer'], answer.value.text, offset);
      const { line, column } = placeInBody(offset);
      return { line: bodyLine + line - 1, column };
    },
  };
}

/** Lines on which other findings are unreliable, because a value there has a fault. */
function linesOf(faults: readonly Finding[]): ReadonlySet<number> {
  const codes = ['yaml', 'yaml-alias', 'yaml-tag', 'control-character'];
  return new Set(faults.filter(({ code, line }) => codes.includes(code) && line > 1).map(({ line }) => line));
}

function withoutThoseOn(lines: ReadonlySet<number>, findings: readonly Finding[]): Finding[] {
  return findings.filter(({ line, code }) => code === 'unknown-key' || !lines.has(line));
}

/** The values of the keys: all if they match the schema, otherwise those that do. */
function readKeys(frontMatter: FrontMatter | undefined): { data: KnownData; findings: Finding[] } {
  if (!frontMatter) return { data: {}, findings: [] };
  const { data, issues } = parseFrontMatterData(frontMatter.data);
  if (data && frontMatter.isWhole) return { data, findings: [] };
  const findings = independent(issues, frontMatter).map(
    ({ path: at, atKey, code, message, replacement }): Finding => {
      const finding = errorAt(atKey ? frontMatter.placeOfKey(at) : frontMatter.placeOf(at), code, message);
      if (replacement === undefined) return finding;
      return { ...finding, fix: replaceAt(finding, String(at.at(-1)), replacement) };
    },
  );
  const isDoubtful = (path: readonly PropertyKey[]) =>
    frontMatter.isBroken(path) || issues.some((issue) => startsWith(issue.path, path));
  return { data: knownData(frontMatter.data, isDoubtful), findings };
}

function startsWith(path: readonly PropertyKey[], start: readonly PropertyKey[]): boolean {
  return start.every((key, index) => path[index] === key);
}

/** Issues that are not consequences of another fault. */
function independent(issues: readonly SchemaIssue[], { isBroken }: FrontMatter): SchemaIssue[] {
  // A misspelled key is not reported as missing too.
  const meant = new Set(
    issues.map(({ path, replacement }) => [...path.slice(0, -1), replacement].map(String).join('.')),
  );
  return issues.filter(({ path, code }) => {
    if (code === 'missing-key') return !isBroken(path) && !meant.has(path.map(String).join('.'));
    return code === 'unknown-key' || !isBroken(path);
  });
}

function decode(bytes: Uint8Array): { value: string | undefined; findings: Finding[] } {
  const start: Place = { line: 1, column: 1 };
  if (bytes.byteLength > limits.fileBytes) {
    const message = `The file has more than the ${limits.fileBytes} bytes that are allowed: divide the question.`;
    return { value: undefined, findings: [errorAt(start, 'file-too-large', message)] };
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) {
    const message = 'The file is not UTF-8 text: save it again with the encoding UTF-8.';
    return { value: undefined, findings: [errorAt(start, 'not-utf-8', message)] };
  }
  const findings = findControlCharacters(text);
  // The length stays the same, so that all offsets stay valid.
  return { value: findings.length === 0 ? text : maskHidden(text), findings };
}

function findControlCharacters(text: string): Finding[] {
  const placeAt = placesOf(text);
  return boundProblems(
    findHiddenCharacters(text).map(({ character, index }) => {
      const place = placeAt(index);
      const fix = replaceAt(place, character, '');
      return { ...errorAt(place, 'control-character', describeHidden(character)), fix };
    }),
  );
}

function replaceAt({ line, column }: Place, found: string, text: string): NonNullable<Finding['fix']> {
  return { until: { line, column: column + found.length }, text };
}

function chooseAnswer(
  escaped: string | undefined,
  { frontMatter, body, bodyLine, findings }: SplitFile,
): { value: Answer | undefined; findings: Finding[] } {
  const hasBody = !/^\s*(?:&nbsp;)?\s*$/.test(body);
  if (frontMatter && escaped !== undefined && hasBody) {
    const message =
      'There is an answer in the key "answer" and another below the front matter: keep one of them.';
    return {
      value: { form: 'markdown', text: body },
      findings: [errorAt(frontMatter.placeOfKey(['answer']), 'two-answers', message)],
    };
  }
  if (escaped !== undefined) return { value: { form: 'escaped', text: escaped }, findings: [] };
  if (hasBody) return { value: { form: 'markdown', text: body }, findings: [] };
  // If the end of the front matter is unknown, an answer may follow it.
  const isHidden = frontMatter?.isBroken(['answer']) ?? findings.length > 0;
  if (isHidden) return { value: undefined, findings: [] };
  const message = 'The answer is missing: write it below the front matter.';
  return {
    value: undefined,
    findings: [errorAt({ line: bodyLine, column: 1 }, 'answer-missing', message)],
  };
}

interface Address {
  subject: string;
  slug: string;
}

/**
 * The slugs that a folder may have for a subject's name: `computer-science` for "Computer Science" and
 * `earth-space` for "Earth & Space". The source library has one hyphen for each space: `earth--space`.
 */
export function subjectSlugs(name: string): [tidy: string, ofSource: string] {
  const ofSource = slugify(name);
  return [ofSource.replace(/-+/g, '-'), ofSource];
}

/**
 * The file name gives the slug. Checks that `file_name`, `url`, the folder and the subject's name agree with
 * it. The title is not used: the source library has `exclusiveor` for "exclusive-or".
 */
function chooseAddress(
  data: KnownData,
  frontMatter: FrontMatter | undefined,
  path: string,
): { value: Address; findings: Finding[] } {
  const parts = path.split('/');
  const baseName = parts.at(-1) ?? '';
  const folder = parts.length > 1 ? parts[0] : undefined;
  const slug = baseName.replace(/\.md$/, '');
  const [tidy, ofSource] = subjectSlugs(data.subject ?? folder ?? '');
  const subject = folder === ofSource ? ofSource : tidy;
  const findings: Finding[] = [];
  const disagree = (key: string, message: string) => {
    findings.push(errorAt(frontMatter?.placeOf([key]) ?? atStart(), 'address-disagrees', message));
  };

  if (!isSlug(slug)) {
    const message = `The file name "${baseName}" must be ${slugRule}, then ".md".`;
    findings.push(errorAt({ line: 1, column: 1 }, 'slug', message));
  }
  if (data.file_name !== undefined && data.file_name !== baseName) {
    disagree('file_name', `"file_name" says "${data.file_name}", but the file is named "${baseName}".`);
  }
  if (data.url !== undefined) {
    const url = parseQuestionPath(data.url);
    if (url && url.slug !== slug) {
      disagree('url', `"url" ends with "${url.slug}", but the file is named "${baseName}".`);
    }
    if (url && data.subject !== undefined && url.subject !== subject) {
      disagree(
        'url',
        `"url" says subject "${url.subject}", but "subject" is "${data.subject}" ("${subject}").`,
      );
    }
  }
  if (data.subject === undefined) return { value: { subject, slug }, findings };
  if (!isSlug(subject)) {
    disagree(
      'subject',
      `"subject" is "${data.subject}", which cannot be part of an address: it needs letters or digits, at most ${limits.slugLength} characters.`,
    );
  } else if (folder !== undefined && folder !== subject) {
    disagree(
      'subject',
      `"subject" is "${data.subject}", but the file is in the folder "${folder}", not "${subject}".`,
    );
  }
  return { value: { subject, slug }, findings };
}

/**
 * The source library repeats the title in two more keys. If they differ, one was probably forgotten in an
 * edit.
 */
function checkTitles({ title, ...data }: KnownData, frontMatter: FrontMatter | undefined): Finding[] {
  if (!frontMatter || title === undefined) return [];
  return (['article_title', 'question'] as const)
    .filter((key) => data[key] !== undefined && data[key] !== title)
    .map((key) =>
      warningAt(frontMatter.placeOf([key]), 'title-disagrees', `"${key}" differs from "title": "${title}".`),
    );
}

function toArticle(data: KnownData, { subject, slug }: Address, answer: Answer): Article {
  const title = data.title ?? '';
  return {
    id: data.id ?? 0,
    address: questionPath(subject, slug),
    slug,
    subject: { slug: subject, name: data.subject ?? '' },
    title,
    question: data.question ?? title,
    author: data.author ?? site.name,
    date: data.date ?? '',
    dateFormat: data.date_format ?? '',
    postOnText: data.post_on_text ?? '',
    titleSuffix: data.seo?.title ?? `${site.name} | ${data.subject ?? ''}`,
    description: data.seo?.page_description ?? data.short_answer ?? '',
    shortAnswer: data.short_answer,
    sources: data.sources ?? [],
    keywords: data.seo?.page_keywords ?? [],
    related: (data.related ?? []).map(({ url }) => url),
    canonical: data.canonical,
    answer,
  };
}
