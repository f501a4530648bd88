import * as z from 'zod';

import { limits } from '@/lib/limits';
import { nearestWord } from '@/lib/nearest-word';
import { parseQuestionPath, site } from '@/lib/site';

const anyText = z.string().trim().min(1, 'is empty');
const text = anyText.max(limits.textLength, `must have at most ${limits.textLength} characters`);

/** A calendar day that exists, as YYYY-MM-DD. */
const day = z.iso.date('must be a day that exists, written like 2025-01-31');

const keywords = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((keyword) => keyword.trim())
      .filter((keyword) => keyword !== ''),
  )
  .refine((list) => list.length <= limits.keywords, `must have at most ${limits.keywords} keywords`)
  .refine(
    (list) => list.every(({ length }) => length <= limits.slugLength),
    `must have keywords of at most ${limits.slugLength} characters`,
  );

const questionAddress = z.string().refine((address) => parseQuestionPath(address) !== undefined, {
  error: 'must be the address of a question, /learn/<subject>/questions/<slug>',
});

const seo = z.strictObject({
  title: text.optional(),
  page_description: text.optional(),
  page_keywords: keywords.optional().default([]),
});

const relatedArticle = z.strictObject({
  id: z.int().positive().optional(),
  title: text.optional(),
  subject: text.optional(),
  url: questionAddress,
});

/** A source in which a fact of the answer can be looked up. */
const source = z.strictObject({
  title: text,
  url: z.url({ protocol: /^https?$/, error: 'must be an address that begins with https://' }),
  year: z.int().min(-3000).max(2100).optional(),
});

export type Source = z.infer<typeof source>;

/** Every key of the source format except `related_article1…N`, whose names contain a number. */
const article = z.strictObject({
  _schema: z.string().optional(),
  id: z.int().positive().max(limits.id, `must be at most ${limits.id}`),
  date: day,
  title: text,
  article_title: text.optional(),
  date_format: text.optional().default('MMM DD, YYYY'),
  post_on_text: text.optional().default('Posted on'),
  seo,
  author: text.optional().default(site.name),
  question: text.optional(),
  answer: anyText.optional(),
  short_answer: anyText
    .max(limits.shortAnswerLength, `must have at most ${limits.shortAnswerLength} characters`)
    .optional(),
  sources: z.array(source).optional().default([]),
  subject: text,
  file_name: text.optional(),
  url: questionAddress.optional(),
  canonical: questionAddress.optional(),
  score: z.number().optional(),
});

/** Front matter that matches the schema, with defaults filled in. */
export type FrontMatterData = z.infer<typeof article> & { related: z.infer<typeof relatedArticle>[] };

/** The valid part of front matter that does not match the schema. */
export type KnownData = Partial<FrontMatterData>;

/** A value that does not match the schema. */
export interface SchemaIssue {
  path: PropertyKey[];
  /** Whether the key is wrong rather than its value. */
  atKey: boolean;
  code: 'unknown-key' | 'missing-key' | 'invalid-value';
  message: string;
  /** The key that was certainly meant. */
  replacement?: string;
}

const relatedKey = /^related_article([1-9]\d*)$/;

/** Every key of front matter, including those of groups. */
export const knownKeys: ReadonlySet<string> = new Set(
  [article, seo, relatedArticle, source].flatMap(({ shape }) => Object.keys(shape)),
);

/** Validates front matter against the source format. Returns all issues at once. */
export function parseFrontMatterData(
  data: Record<string, unknown>,
): { data: FrontMatterData; issues: [] } | { data: undefined; issues: SchemaIssue[] } {
  const relatedNumber = (key: string) => Number(relatedKey.exec(key)?.[1] ?? 0);
  const isRelated = ([key]: [string, unknown]) => relatedKey.test(key);
  const entries = Object.entries(data);
  const parsed = article.safeParse(Object.fromEntries(entries.filter((entry) => !isRelated(entry))));
  const parsedRelated = entries
    .filter(isRelated)
    .sort(([a], [b]) => relatedNumber(a) - relatedNumber(b))
    .map(([key, value]) => ({ key, result: relatedArticle.safeParse(value) }));

  const issues = [
    ...describeMissingDescription(data),
    ...(parsed.error?.issues ?? []).flatMap((issue) => describeIssue(issue, [], data)),
    ...parsedRelated.flatMap(({ key, result }) =>
      (result.error?.issues ?? []).flatMap((issue) => describeIssue(issue, [key], data)),
    ),
  ];
  if (!parsed.success || issues.length > 0) return { data: undefined, issues };
  const related = parsedRelated.flatMap(({ result }) => (result.success ? [result.data] : []));
  return { data: { ...parsed.data, related }, issues: [] };
}

/**
 * The valid keys of front matter that does not match the schema.
 *
 * @param isDoubtful whether a key, or a key in its group, has an issue
 */
export function knownData(
  data: Record<string, unknown>,
  isDoubtful: (path: readonly PropertyKey[]) => boolean,
): KnownData {
  const certain = (group: unknown, path: readonly PropertyKey[]): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(isObject(group) ? group : {}).filter(([key]) => !isDoubtful([...path, key])),
    );
  const related = Object.keys(data)
    .filter((key) => relatedKey.test(key))
    .map((key) => relatedArticle.safeParse(certain(data[key], [key])));
  const found = article.partial().safeParse({
    ...certain(
      Object.fromEntries(Object.entries(data).filter(([key]) => Object.hasOwn(article.shape, key))),
      [],
    ),
    seo: certain(
      Object.fromEntries(
        Object.entries(isObject(data.seo) ? data.seo : {}).filter(([key]) => Object.hasOwn(seo.shape, key)),
      ),
      ['seo'],
    ),
  });
  return { ...found.data, related: related.flatMap(({ data: one }) => (one ? [one] : [])) };
}

/** A short answer also serves as description. */
function describeMissingDescription({
  seo: group,
  short_answer: shortAnswer,
}: Record<string, unknown>): SchemaIssue[] {
  if (!isObject(group) || group.page_description !== undefined || shortAnswer !== undefined) return [];
  const path = ['seo', 'page_description'];
  const message =
    'The key "seo.page_description" is required and missing: write it, or write a "short_answer".';
  return [{ path, atKey: true, code: 'missing-key', message }];
}

function describeIssue(issue: z.core.$ZodIssue, base: PropertyKey[], data: unknown): SchemaIssue[] {
  const path = [...base, ...issue.path];
  const name = path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const { known, nearest } = nearestKey(key, path);
      const remedy =
        nearest === undefined
          ? `Its keys are ${known.join(', ')}: remove the line, or use one of them.`
          : `Did you mean "${nearest}"?`;
      const found = path.reduce<unknown>(
        (value, step) => (isObject(value) ? value[String(step)] : undefined),
        data,
      );
      const isFree = nearest !== undefined && isObject(found) && !(nearest in found);
      return {
        path: [...path, key],
        atKey: true,
        code: 'unknown-key',
        message: `"${key}" is not a key of ${name === '' ? 'an article' : `"${name}"`}. ${remedy}`,
        ...(isFree && { replacement: nearest }),
      };
    });
  }
  const found = path.reduce<unknown>(
    (value, key) => (isObject(value) ? value[String(key)] : undefined),
    data,
  );
  if (found === undefined) {
    return [
      { path, atKey: true, code: 'missing-key', message: `The key "${name}" is required and missing.` },
    ];
  }
  return [
    {
      path,
      atKey: false,
      code: 'invalid-value',
      message: `"${name}" ${describeMismatch(issue, found, isOptional(path))}`,
    },
  ];
}

/** Whether front matter without the key at a path is valid. */
function isOptional(path: readonly PropertyKey[]): boolean {
  const [group, ...within] = path;
  const shapes: Readonly<Record<string, z.core.$ZodShape>> = { seo: seo.shape, sources: source.shape };
  const shape = within.length === 0 ? article.shape : (shapes[String(group)] ?? relatedArticle.shape);
  const key = String(path.at(-1));
  return Object.entries(shape).some(
    ([name, schema]) => name === key && z.safeParse(schema, undefined).success,
  );
}

function describeMismatch(issue: z.core.$ZodIssue, found: unknown, canLeave: boolean): string {
  if (issue.code !== 'invalid_type') return `${issue.message}, found ${show(found)}.`;
  const expected =
    issue.expected === 'string' ? 'text' : issue.expected === 'int' ? 'a whole number' : issue.expected;
  return `must be ${expected}, found ${show(found)}.${remedyFor(issue.expected, found, canLeave)}`;
}

function remedyFor(expected: string, found: unknown, canLeave: boolean): string {
  if (found === null) return canLeave ? ' Write it, or remove the line.' : ' Write it.';
  return expected === 'string' && !isObject(found) ? ' Put it between double quotes.' : '';
}

function show(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (isObject(value)) return 'a group of keys';
  const shown = JSON.stringify(value);
  return shown.length > 60 ? `${shown.slice(0, 60)}…"` : shown;
}

function nearestKey(key: string, parent: readonly PropertyKey[]): { known: string[]; nearest?: string } {
  const shape = parent[0] === 'seo' ? seo.shape : parent.length > 0 ? relatedArticle.shape : article.shape;
  const known = [...Object.keys(shape), ...(parent.length === 0 ? ['related_article1'] : [])];
  const nearest = nearestWord(key, known);
  return nearest === undefined ? { known } : { known, nearest };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The source format as JSON Schema, for editors that complete and check keys. */
export function articleJsonSchema(): object {
  const { properties, ...schema } = z.toJSONSchema(article, { io: 'input', unrepresentable: 'any' });
  const { $schema: _, ...related } = z.toJSONSchema(relatedArticle, { io: 'input', unrepresentable: 'any' });
  return {
    ...schema,
    title: 'The front matter of a question',
    properties: Object.fromEntries(
      Object.entries(properties ?? {}).map(([key, property]) => [
        key,
        { ...asObject(property), ...describe(key) },
      ]),
    ),
    patternProperties: { [relatedKey.source]: related },
  };
}

function asObject(schema: unknown): object {
  return isObject(schema) ? schema : {};
}

function describe(key: string): { description?: string } {
  const description = descriptions[key];
  return description === undefined ? {} : { description };
}

/** Descriptions of keys that editors see while typing. */
const descriptions: Record<string, string> = {
  id: 'A number that no other question has.',
  date: 'The day of publication, like 2025-01-31.',
  title: 'The question.',
  date_format: 'The format of the date, in Day.js tokens.',
  post_on_text: 'The text before the date.',
  seo: 'Title, description and keywords for search engines.',
  author: 'Who wrote the answer.',
  question: 'The heading of the page, if it differs from the title.',
  short_answer: 'The answer in one or two sentences, at most 300 characters, without Markdown.',
  sources: 'Sources in which the facts of the answer can be looked up.',
  answer: 'The answer on one line, in the older form. Write new answers below the front matter.',
  subject: 'The name of the subject in whose folder the file is.',
  file_name: 'The name of this file.',
  url: 'The address of the page.',
  canonical:
    'For a question in several subjects: the address that search engines list; by default, the first subject in alphabetical order.',
};
