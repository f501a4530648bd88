import { slug as slugify } from 'github-slugger';

import { limits } from '@/lib/limits';
import { isSlug, parseQuestionPath, questionPath, site, slugRule } from '@/lib/site';
import { decodeUtf8 } from './decode-utf8';
import { readFrontMatter, type FrontMatter } from './front-matter';
import { describeHidden, findHiddenCharacters } from './hidden-characters';
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
import { parseFrontMatterData, type FrontMatterData, type Source } from './schema';

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

/** Reads one content file. Never throws for what the file holds: whatever is wrong becomes a problem. */
export function readArticle({ file, path, bytes }: SourceFile): Reading {
  const { value, findings, placeInAnswer = atStart, placeOf = atStart } = parseArticle(path, bytes);
  const problems = findings.map((finding) => ({ file, ...finding }));
  return { article: hasErrors(problems) ? undefined : value, problems, placeInAnswer, placeOf };
}

interface Parsed extends Partial<Pick<Reading, 'placeInAnswer' | 'placeOf'>> {
  value: Article | undefined;
  findings: Finding[];
}

const atStart = (): Place => ({ line: 1, column: 1 });

function parseArticle(path: string, bytes: Uint8Array): Parsed {
  const decoded = decode(bytes);
  if (decoded.value === undefined) return { value: undefined, findings: decoded.findings };
  const { value: frontMatter, findings } = readFrontMatter(decoded.value);
  if (!frontMatter) return { value: undefined, findings };
  const { data, issues } = parseFrontMatterData(frontMatter.data);
  if (!data) {
    const fromSchema = issues.map(({ path: at, atKey, code, message }) =>
      errorAt(atKey ? frontMatter.placeOfKey(at) : frontMatter.placeOf(at), code, message),
    );
    issues.forEach(({ path: at, replacement }, index) => {
      const finding = fromSchema[index];
      if (finding && replacement !== undefined)
        finding.fix = replaceAt(finding, String(at.at(-1)), replacement);
    });
    return { value: undefined, findings: [...findings, ...fromSchema] };
  }
  const placeInBody = placesOf(frontMatter.body);
  const answer = chooseAnswer(data, frontMatter);
  const address = chooseAddress(data, frontMatter, path);
  return {
    value: answer.value && toArticle(data, address.value, answer.value),
    findings: [...findings, ...answer.findings, ...address.findings, ...checkTitles(data, frontMatter)],
    placeOf: frontMatter.placeOf,
    placeInAnswer: (offset) => {
      if (data.answer !== undefined) return frontMatter.placeWithin(['answer'], data.answer, offset);
      const { line, column } = placeInBody(offset);
      return { line: frontMatter.bodyLine + line - 1, column };
    },
  };
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
  return { value: findings.length === 0 ? text : undefined, findings };
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
  data: FrontMatterData,
  frontMatter: FrontMatter,
): { value: Answer | undefined; findings: Finding[] } {
  const body = frontMatter.body.trim();
  const hasBody = body !== '' && body !== '&nbsp;';
  if (data.answer !== undefined && hasBody) {
    const message =
      'The answer stands both in the key "answer" and below the front matter: keep one of them.';
    return {
      value: undefined,
      findings: [errorAt(frontMatter.placeOfKey(['answer']), 'two-answers', message)],
    };
  }
  if (data.answer !== undefined) return { value: { form: 'escaped', text: data.answer }, findings: [] };
  if (hasBody) return { value: { form: 'markdown', text: frontMatter.body }, findings: [] };
  const message = 'The answer is missing: write it below the front matter.';
  return {
    value: undefined,
    findings: [errorAt({ line: frontMatter.bodyLine, column: 1 }, 'answer-missing', message)],
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
  data: FrontMatterData,
  frontMatter: FrontMatter,
  path: string,
): { value: Address; findings: Finding[] } {
  const parts = path.split('/');
  const baseName = parts.at(-1) ?? '';
  const folder = parts.length > 1 ? parts[0] : undefined;
  const slug = baseName.replace(/\.md$/, '');
  const [tidy, ofSource] = subjectSlugs(data.subject);
  const subject = folder === ofSource ? ofSource : tidy;
  const findings: Finding[] = [];
  const disagree = (key: string, message: string) => {
    findings.push(errorAt(frontMatter.placeOf([key]), 'address-disagrees', message));
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
    if (url && url.subject !== subject) {
      disagree(
        'url',
        `"url" says subject "${url.subject}", but "subject" is "${data.subject}" ("${subject}").`,
      );
    }
  }
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
function checkTitles(data: FrontMatterData, frontMatter: FrontMatter): Finding[] {
  return (['article_title', 'question'] as const)
    .filter((key) => data[key] !== undefined && data[key] !== data.title)
    .map((key) =>
      warningAt(
        frontMatter.placeOf([key]),
        'title-disagrees',
        `"${key}" differs from "title": "${data.title}".`,
      ),
    );
}

function toArticle(data: FrontMatterData, { subject, slug }: Address, answer: Answer): Article {
  return {
    id: data.id,
    address: questionPath(subject, slug),
    slug,
    subject: { slug: subject, name: data.subject },
    title: data.title,
    question: data.question ?? data.title,
    author: data.author,
    date: data.date,
    dateFormat: data.date_format,
    postOnText: data.post_on_text,
    titleSuffix: data.seo.title ?? `${site.name} | ${data.subject}`,
    description: data.seo.page_description ?? data.short_answer ?? '',
    shortAnswer: data.short_answer,
    sources: data.sources,
    keywords: data.seo.page_keywords,
    related: data.related.map(({ url }) => url),
    canonical: data.canonical,
    answer,
  };
}
