import { describe, expect, test } from 'vitest';

import { entry, law as subject } from '@/lib/catalogue/fixtures';
import { absoluteUrl } from '@/lib/site';
import { timeOnProcessor } from '@/lib/testing/processor-time';
import { homeGraph, jsonLd, questionGraph } from './json-ld';
import { validatePage, validateStructuredData, type PageHead } from './validate';
import { rules, values, type Shape } from './rules';

const question = entry('law/what-is-a-tort', { description: 'A wrong.', shortAnswer: 'A civil wrong.' });
const { address } = question;
const page = { entry: question, canonical: address, subject, changedDay: undefined };
const graph = JSON.parse(jsonLd(questionGraph(page))) as {
  '@graph': Record<string, unknown>[];
};

/** The structured data of the question's page after a change. */
function changed(change: (nodes: Record<string, unknown>[]) => void): string {
  const copy = structuredClone(graph);
  change(copy['@graph']);
  return JSON.stringify(copy);
}

const head: PageHead = {
  titles: ['What is a tort?'],
  descriptions: ['A wrong.'],
  canonicals: [absoluteUrl(address)],
  robots: ['index, follow, max-image-preview:large, max-snippet:-1'],
  hreflangs: [],
  structuredData: [JSON.stringify(graph)],
};

test('a good page has no faults', () => {
  expect(validatePage(head, address)).toEqual([]);
});

test('a question may name an address of the same slug as canonical, in everything that it says', () => {
  const canonical = '/learn/art/questions/what-is-a-tort';
  const copy = {
    ...head,
    canonicals: [absoluteUrl(canonical)],
    structuredData: [jsonLd(questionGraph({ ...page, canonical }))],
  };
  expect(validatePage(copy, address)).toEqual([]);
  expect(validatePage({ ...copy, canonicals: head.canonicals }, address)).not.toEqual([]);
  expect(validatePage({ ...copy, structuredData: head.structuredData }, address)).not.toEqual([]);
  for (const other of [
    '/learn/art/questions/what-is-art',
    '/learn/art',
    'https://e.org/learn/a/questions/b',
  ]) {
    const canonicals = [other.startsWith('/') ? absoluteUrl(other) : other];
    expect(validatePage({ ...head, canonicals }, address)).toHaveLength(1);
  }
});

describe('a head', () => {
  test.each<[string, Partial<PageHead>, string]>([
    ['no title', { titles: [] }, '<title>: found nothing, expected one title'],
    ['two titles', { titles: ['a', 'b'] }, '<title>: found ["a","b"]'],
    ['an empty description', { descriptions: [' '] }, 'description: found [" "], expected one description'],
    ['no canonical', { canonicals: [] }, 'canonical: found nothing'],
    ['two canonicals', { canonicals: [absoluteUrl(address), absoluteUrl('/')] }, 'canonical: found'],
    ['a relative canonical', { canonicals: [address] }, `canonical: found ["${address}"]`],
    ["another page's canonical", { canonicals: [absoluteUrl('/learn')] }, 'canonical: found'],
    ['no robots', { robots: [] }, 'robots: found nothing, expected max-image-preview:large,max-snippet:-1'],
    ['noindex', { robots: [...head.robots, 'noindex'] }, 'robots: found'],
    ['another language', { hreflangs: ['de'] }, 'hreflang: found ["de"], expected no hreflang'],
    ['no structured data', { structuredData: [] }, 'JSON-LD: found nothing, expected one script'],
  ])('with %s is refused', (_, change, fault) => {
    const faults = validatePage({ ...head, ...change }, address);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`${address}: ${fault}`);
    expect(faults[0]).toMatch(/\(https:\/\/\S+, \d{4}-\d\d-\d\d\)$/);
  });

  test.each(['/search', '/study', '/404'])('of %s must not be listed', (path) => {
    const unlisted = { ...head, canonicals: [absoluteUrl(path)], structuredData: [] };
    expect(validatePage({ ...unlisted, robots: ['noindex, follow'] }, path)).toEqual([]);
    expect(validatePage(unlisted, path)).toHaveLength(1);
    expect(
      validatePage({ ...head, canonicals: [absoluteUrl(path)], robots: ['noindex'] }, path),
    ).toHaveLength(1);
  });
});

describe('structured data', () => {
  test.each<[string, (nodes: Record<string, unknown>[]) => void, string]>([
    [
      'a missing field',
      ([article]) => delete article?.headline,
      'Article,LearningResource.headline: found nothing, expected a text',
    ],
    [
      'a misspelt field',
      ([article]) => Object.assign(article ?? {}, { headLine: 'x' }),
      '.headLine: found "x", expected no such field',
    ],
    [
      'a day that does not exist',
      ([article]) => Object.assign(article ?? {}, { datePublished: '2025-13-01' }),
      '.datePublished: found "2025-13-01", expected a day',
    ],
    ['an empty text', ([article]) => Object.assign(article ?? {}, { abstract: '' }), '.abstract: found ""'],
    [
      'a relative address',
      ([article]) => Object.assign(article ?? {}, { image: '/og.png' }),
      '.image: found "/og.png", expected an absolute address',
    ],
    [
      "another page's address",
      ([article]) => Object.assign(article ?? {}, { url: absoluteUrl('/learn') }),
      '.url: found',
    ],
    [
      'a wrong node',
      ([article]) => Object.assign(article ?? {}, { author: { '@type': 'Thing', name: 'x' } }),
      '.author: found {"@type":"Thing","name":"x"}, expected a node of type Organization or a node of type Person',
    ],
    [
      'a fault within a node',
      ([article]) =>
        Object.assign(article ?? {}, {
          publisher: { '@type': 'Organization', name: 'x', logo: 'https://x.example/logo.png' },
        }),
      '.publisher Organization.url: found nothing',
    ],
    [
      'an empty list',
      ([article]) => Object.assign(article ?? {}, { keywords: [] }),
      '.keywords: found a list of 0',
    ],
    [
      'a list in place of one',
      ([article]) => Object.assign(article ?? {}, { headline: ['a', 'b'] }),
      '.headline: found a list of 2, expected one value',
    ],
    [
      'a breadcrumb that ends elsewhere',
      ([, crumbs]) => (crumbs?.itemListElement as unknown[]).pop(),
      'BreadcrumbList.itemListElement.item',
    ],
    [
      'places that do not count',
      ([, crumbs]) => (crumbs?.itemListElement as unknown[]).shift(),
      'BreadcrumbList.itemListElement.position: found [2,3,4]',
    ],
    [
      'another kind of question',
      ([, , quiz]) => Object.assign(quiz?.hasPart ?? {}, { eduQuestionType: 'Multiple choice' }),
      '.eduQuestionType: found "Multiple choice", expected "Flashcard"',
    ],
    [
      'an FAQPage',
      (nodes) => nodes.push({ '@type': 'FAQPage' }),
      'FAQPage: found a node of this type, expected none on this page (https://developers.google.com/search/updates, 2026-05-07)',
    ],
    [
      'a QAPage',
      (nodes) => nodes.push({ '@type': 'QAPage' }),
      'QAPage: found a node of this type, expected none',
    ],
    [
      'two articles',
      (nodes) => nodes.push({ ...nodes[0] }),
      'Article,LearningResource: found a node of this type',
    ],
    [
      'no breadcrumb',
      (nodes) => nodes.splice(1, 1),
      'BreadcrumbList: found nothing, expected a node of this type',
    ],
  ])('with %s is refused', (_, change, fault) => {
    const faults = validateStructuredData([changed(change)], address);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
  });

  test.each(['', '{', '[]', '{"@context":"https://schema.org"}', '{"@context":"x","@graph":[]}'])(
    'that is %s is refused',
    (text) => {
      expect(validateStructuredData([text], address)).toHaveLength(1);
    },
  );

  test('belongs to its page', () => {
    expect(validateStructuredData([jsonLd(homeGraph())], '/')).toEqual([]);
    expect(validateStructuredData([jsonLd(homeGraph())], '/learn')).not.toEqual([]);
    expect(validateStructuredData(head.structuredData, '/learn')).not.toEqual([]);
  });
});

test('every name in the rules means something', () => {
  const shapes: Record<string, Shape> = rules.shapes;
  const known = new Set([...Object.keys(values), ...Object.keys(shapes)]);
  for (const { fields } of Object.values(shapes)) {
    for (const { holds } of Object.values(fields)) {
      for (const name of holds) expect(known).toContain(name);
    }
  }
  for (const names of Object.values(rules.pages))
    for (const name of names) expect(shapes).toHaveProperty(name);
});

test('a page takes microseconds', () => {
  const rounds = 2000;
  const { milliseconds } = timeOnProcessor(() => {
    for (let round = 0; round < rounds; round += 1) validatePage(head, address);
  });
  expect(milliseconds / rounds).toBeLessThan(1);
});
