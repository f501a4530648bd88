import { parseJson } from '@/lib/parse-json';
import {
  absoluteUrl,
  homePath,
  isListed,
  notFoundPath,
  parseQuestionPath,
  questionMarkup,
  siteUrl,
} from '@/lib/site';
import { rules, values, type Field, type Rule, type Shape } from './rules';

/** The contents of a page's HTML for crawlers. Lists are in the order of the page. */
export interface PageHead {
  titles: string[];
  descriptions: string[];
  canonicals: string[];
  /** Contents of `<meta name="robots">`. */
  robots: string[];
  hreflangs: string[];
  /** Texts of JSON-LD scripts. */
  structuredData: string[];
}

/**
 * Checks a page against `rules`. Each fault is a sentence with the page, the type and field, the found and
 * the expected value, and the source of the rule. Takes less than 0.1 ms per page.
 *
 * @param address within the site
 */
export function validatePage(head: PageHead, address: string): string[] {
  const violations: string[] = [];
  const expect = (holds: boolean, part: string, found: readonly string[], rule: HeadRule) => {
    if (!holds) violations.push(describe(address, part, show(found), String(rule.expected), rule));
  };
  const one = (texts: readonly string[]) => texts.length === 1 && texts[0]?.trim() !== '';
  const directives = head.robots.join(',').split(/\s*,\s*/);
  const { title, description, canonical, listed, unlisted, hreflang } = rules.head;
  expect(one(head.titles), '<title>', head.titles, title);
  expect(head.hreflangs.length === 0, 'hreflang', head.hreflangs, hreflang);
  if (address !== notFoundPath) {
    const isRight = one(head.canonicals) && mayBeCanonical(head.canonicals[0] ?? '', address);
    expect(isRight, 'canonical', head.canonicals, canonical);
    expect(one(head.descriptions), 'description', head.descriptions, description);
  }
  if (isListed(address)) {
    const isOpen =
      listed.expected.every((directive) => directives.includes(directive)) &&
      !directives.some((directive) => directive === 'noindex' || directive === 'none');
    expect(isOpen, 'robots', head.robots, listed);
  } else {
    expect(directives.includes(unlisted.expected), 'robots', head.robots, unlisted);
  }
  // If there are several or none, another rule reports it.
  const named = head.canonicals.find((url) => mayBeCanonical(url, address));
  return [...violations, ...validateStructuredData(head.structuredData, address, { canonical: named })];
}

/**
 * Whether an absolute address may be the canonical address of a page. All files of one question have the same
 * slug.
 */
function mayBeCanonical(url: string, address: string): boolean {
  if (url === absoluteUrl(address)) return true;
  const slug = parseQuestionPath(address)?.slug;
  const isOwn = url.startsWith(`${siteUrl()}/`);
  return isOwn && slug !== undefined && parseQuestionPath(url.slice(siteUrl().length))?.slug === slug;
}

interface LintOptions {
  markup?: typeof questionMarkup;
  /** The absolute canonical address of the page. */
  canonical?: string | undefined;
}

/**
 * Checks the structured data of a page against `rules`.
 *
 * @param texts its JSON-LD scripts
 * @returns as {@link validatePage}
 */
export function validateStructuredData(
  texts: readonly string[],
  address: string,
  { markup = questionMarkup, canonical = absoluteUrl(address) }: LintOptions = {},
): string[] {
  if (!isListed(address)) {
    return texts.length === 0
      ? []
      : [describe(address, 'JSON-LD', `${texts.length} scripts`, 'none', rules.head.script)];
  }
  const nodes = texts.length === 1 ? parseGraph(texts[0] ?? '') : undefined;
  if (!nodes) {
    return [describe(address, 'JSON-LD', show(texts), rules.head.script.expected, rules.head.script)];
  }
  const violations: string[] = [];
  const { needed, possible } = shapesOf(address, markup);
  const open = new Set(possible);
  for (const node of nodes) {
    const name = possible.find(
      (candidate) => open.has(candidate) && typeOf(node) === shapes[candidate]?.type,
    );
    const shape = name === undefined ? undefined : shapes[name];
    if (name !== undefined && shape) {
      open.delete(name);
      checkNode(node, shape, { address, canonical, path: shape.type, violations });
    } else {
      violations.push(describeUnexpected(address, typeOf(node)));
    }
  }
  for (const name of needed.filter((wanted) => open.has(wanted))) {
    violations.push(describe(address, name, 'nothing', 'a node of this type', shapes[name]));
  }
  return violations;
}

type HeadRule = Rule & { expected: string | readonly string[] };

type Node = Record<string, unknown>;

const shapes: Readonly<Record<string, Shape>> = rules.shapes;

function shapesOf(address: string, markup: string): { needed: readonly string[]; possible: string[] } {
  const { home, question, collection } = rules.pages;
  if (address === homePath) return { needed: home, possible: [...home] };
  if (parseQuestionPath(address)) return { needed: question, possible: [...question, markup] };
  return { needed: collection, possible: [...collection] };
}

interface Position {
  address: string;
  /** The absolute canonical address of the page. */
  canonical: string;
  /** The types and fields on the way to a node. */
  path: string;
  violations: string[];
}

function checkNode(node: Node, shape: Shape, position: Position): void {
  const { address, path, violations } = position;
  for (const name of Object.keys(node)) {
    if (name !== '@type' && !shape.fields[name]) {
      violations.push(describe(address, `${path}.${name}`, show(node[name]), 'no such field', shape));
    }
  }
  for (const [name, field] of Object.entries(shape.fields)) {
    const value = node[name];
    const at = { ...position, path: `${path}.${name}` };
    if (value === undefined) {
      if (field.required) violations.push(describe(address, at.path, 'nothing', expectation(field), shape));
    } else if (!Array.isArray(value)) {
      checkValue(value, field, shape, at);
    } else if (field.many && value.length > 0) {
      for (const item of value) checkValue(item, field, shape, at);
      checkPositions(value, shape, at);
    } else {
      const expected = field.many ? 'a list that is not empty' : 'one value';
      violations.push(describe(address, at.path, `a list of ${value.length}`, expected, shape));
    }
  }
}

function checkValue(value: unknown, field: Field, owner: Shape, position: Position): void {
  const shape = isNode(value)
    ? field.holds.map((name) => shapes[name]).find((s) => s?.type === typeOf(value))
    : undefined;
  if (shape && isNode(value)) {
    checkNode(value, shape, { ...position, path: `${position.path} ${shape.type}` });
    return;
  }
  const holds =
    field.exactly === undefined
      ? field.holds.some((name) => isValue(value, name, position.canonical))
      : value === field.exactly;
  if (!holds) {
    const { address, path, violations } = position;
    violations.push(describe(address, path, show(value), expectation(field), owner));
  }
}

/** List members must be numbered from 1, and a breadcrumb must end at its page. */
function checkPositions(items: readonly unknown[], shape: Shape, position: Position): void {
  const { address, canonical, path, violations } = position;
  const numbers = items.map((item) => (isNode(item) ? item.position : undefined));
  if (numbers.every((number) => number === undefined)) return;
  if (!numbers.every((number, index) => number === index + 1)) {
    violations.push(describe(address, `${path}.position`, show(numbers), '1, 2, 3 and so on', shape));
  }
  const crumbs = items.map((item) => (isNode(item) ? item.item : undefined));
  if (crumbs.every((item) => item === undefined)) return;
  const last = canonical === absoluteUrl(address) ? canonical : undefined;
  if (crumbs.at(-1) !== last || crumbs.slice(0, -1).includes(undefined)) {
    const expected = `an address of each crumb, the last ${last === undefined ? 'without one' : values.PageURL}`;
    violations.push(describe(address, `${path}.item`, show(crumbs), expected, shape));
  }
}

/** @param canonical the page's absolute canonical address */
function isValue(value: unknown, kind: string, canonical: string): boolean {
  switch (kind) {
    case 'Text':
      return typeof value === 'string' && value.trim() !== '';
    case 'URL':
      return typeof value === 'string' && /^https?:\/\/\S+$/.test(value);
    case 'PageURL':
      return value === canonical;
    case 'Date':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
    case 'Integer':
      return typeof value === 'number' && Number.isInteger(value) && value > 0;
    case 'Boolean':
      return typeof value === 'boolean';
    case 'Reference':
      return isNode(value) && Object.keys(value).length === 1 && isValue(value['@id'], 'URL', canonical);
    default:
      return false;
  }
}

function parseGraph(text: string): Node[] | undefined {
  const data = parseJson(text);
  if (!isNode(data) || data['@context'] !== 'https://schema.org') return undefined;
  const graph = data['@graph'];
  return Array.isArray(graph) && graph.every(isNode) ? graph : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The types of a node, joined as in `Article,LearningResource`. */
function typeOf(node: Node): string {
  return String(node['@type']);
}

function expectation({ holds, exactly }: Field): string {
  if (exactly !== undefined) return `"${exactly}"`;
  const known: Readonly<Record<string, string>> = values;
  return holds.map((name) => known[name] ?? `a node of type ${shapes[name]?.type ?? name}`).join(' or ');
}

function describeUnexpected(address: string, type: string): string {
  const refused: Readonly<Record<string, Rule>> = rules.refused;
  return describe(
    address,
    type,
    'a node of this type',
    'none on this page',
    refused[type] ?? rules.head.script,
  );
}

function describe(
  address: string,
  part: string,
  found: string,
  expected: string,
  rule: Rule | undefined,
): string {
  const whose = rule ? ` (${rule.source}, ${rule.asOf})` : '';
  return `${address}: ${part}: found ${found}, expected ${expected}${whose}`;
}

function show(value: unknown): string {
  if (Array.isArray(value) && value.length === 0) return 'nothing';
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
