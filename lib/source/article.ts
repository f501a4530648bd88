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

/** One question with its answer, as its file says. */
export interface Article {
  id: number;
  /** The path of its page, `/learn/<subject>/questions/<slug>`. */
  address: string;
  slug: string;
  subject: SubjectRef;
  /** What the page is called in lists and titles. */
  title: string;
  /** What its only h1 says. */
  question: string;
  author: string;
  /** YYYY-MM-DD. */
  date: string;
  /** In day.js tokens. */
  dateFormat: string;
  /** What stands before the date: "Posted on". */
  postOnText: string;
  /** What follows the question in the page's title. */
  titleSuffix: string;
  description: string;
  /** One or two sentences that answer the question by themselves. */
  shortAnswer: string | undefined;
  sources: Source[];
  keywords: string[];
  /** Addresses, in the editor's order; they may repeat, or lead nowhere. */
  related: string[];
  /** Of a question in several subjects, the address that the editor chose for search engines. */
  canonical: string | undefined;
  answer: Answer;
}

export interface SubjectRef {
  slug: string;
  /** As this file spells it. */
  name: string;
}

/** `escaped` is the source library's one line, in which newlines are backslash-n; `markdown` is what people write. */
export interface Answer {
  form: 'escaped' | 'markdown';
  text: string;
}

/** What was read from one file: an article unless one of the problems is an error. */
export interface Reading {
  article: Article | undefined;
  /**
   * Where one is: what the file says as far as it could be read, so that the rest of it can be looked over. What is not
   * known is empty, or 0. Nothing where there is no answer either.
   */
  unfinished: Article | undefined;
  problems: Problem[];
  /** Where in the file the character at an offset of the answer's text stands. */
  placeInAnswer: (offset: number) => Place;
  /** Where the value of a key stands, or the nearest key above it. */
  placeOf: (path: readonly PropertyKey[]) => Place;
}

/** A content file: its bytes, and its path within the content folder with `/` between the parts. */
export interface SourceFile {
  /** As problems show it. */
  file: string;
  path: string;
  bytes: Uint8Array;
}

/**
 * Reads one content file. Never throws for what the file holds: whatever is wrong becomes a problem, all that is at once.
 * What only follows from another problem is none.
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

/** The lines of which nothing else is certain: those of faults of single values. */
function linesOf(faults: readonly Finding[]): ReadonlySet<number> {
  const codes = ['yaml', 'yaml-alias', 'yaml-tag', 'control-character'];
  return new Set(faults.filter(({ code, line }) => codes.includes(code) && line > 1).map(({ line }) => line));
}

function withoutThoseOn(lines: ReadonlySet<number>, findings: readonly Finding[]): Finding[] {
  return findings.filter(({ line, code }) => code === 'unknown-key' || !lines.has(line));
}

/** What the keys say: all of it where the schema has no objection, otherwise what it has none to. */
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

/** Those that do not follow from another fault. */
function independent(issues: readonly SchemaIssue[], { isBroken }: FrontMatter): SchemaIssue[] {
  // A key that was mistyped is not missing.
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
  // As long as before, so that all has its place.
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
      'The answer stands both in the key "answer" and below the front matter: keep one of them.';
    return {
      value: { form: 'markdown', text: body },
      findings: [errorAt(frontMatter.placeOfKey(['answer']), 'two-answers', message)],
    };
  }
  if (escaped !== undefined) return { value: { form: 'escaped', text: escaped }, findings: [] };
  if (hasBody) return { value: { form: 'markdown', text: body }, findings: [] };
  // Where it cannot be told where the front matter ends, there may be one.
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

/** The slug of a subject's name: "Computer Science" is `computer-science`, and "Earth & Space" is `earth-space`. */
export function subjectSlug(name: string): string {
  return slugify(name).replace(/-+/g, '-');
}

/**
 * The slugs under which a subject's name may be filed: {@link subjectSlug}, and that of the source library, which has a
 * hyphen for every space: `earth--space`.
 */
export function subjectSlugs(name: string): [tidy: string, ofSource: string] {
  return [subjectSlug(name), slugify(name)];
}

/**
 * The file's name gives the slug; `file_name`, `url`, the folder and the subject's name are checked against it. The
 * title plays no part: the library's "exclusive-or" is `exclusiveor`.
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
      `"subject" is "${data.subject}", which gives no address: it needs letters or digits, at most ${limits.slugLength} characters.`,
    );
  } else if (folder !== undefined && folder !== subject) {
    disagree(
      'subject',
      `"subject" is "${data.subject}", but the file lies in the folder "${folder}", not "${subject}".`,
    );
  }
  return { value: { subject, slug }, findings };
}

/** The source repeats the title twice; where the copies differ, one of them was forgotten in an edit. */
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
