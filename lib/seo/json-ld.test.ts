import { describe, expect, test } from 'vitest';

import { entry as articleEntry, law as subject } from '@/lib/catalogue/fixtures';
import { absoluteUrl } from '@/lib/site';
import { collectionGraph, homeGraph, jsonLd, learnCrumbs, questionGraph } from './json-ld';
import { validateStructuredData } from './validate';

const entry = articleEntry('law/what-is-a-tort', {
  question: 'What is a tort?',
  description: 'A wrong that is no crime.',
  shortAnswer: 'A civil wrong.',
  keywords: ['tort', 'liability'],
  sources: [
    { title: 'Institutes', url: 'https://example.com/institutes', year: -161 },
    { title: 'A casebook', url: 'https://example.com/casebook', year: 1998 },
    { title: 'Undated', url: 'https://example.com/undated' },
  ],
});
const url = absoluteUrl(entry.address);
/** The canonical address of the question, which is its only one. */
const canonical = entry.address;
const asJson = (graph: unknown): unknown => JSON.parse(JSON.stringify(graph));

test('text that ends a script element cannot end this one', () => {
  const hostile = '</script><script>alert(1)</script><!--';
  const text = jsonLd(
    questionGraph({ entry: { ...entry, question: hostile }, canonical, subject, changedDay: undefined }),
  );
  expect(text).not.toContain('<');
  expect(JSON.parse(text)).toMatchObject({
    '@context': 'https://schema.org',
    '@graph': [{ headline: hostile }, {}, {}],
  });
});

describe("a question's page", () => {
  test('is an article to learn from, with its place and its short answer as a card', () => {
    const graph = questionGraph({
      entry,
      canonical,
      subject,
      changedDay: '2025-03-01',
      image: { url: absoluteUrl('/og/x.png') },
    });
    expect(asJson(graph)).toMatchObject([
      {
        '@type': ['Article', 'LearningResource'],
        headline: 'What is a tort?',
        abstract: 'A civil wrong.',
        image: absoluteUrl('/og/x.png'),
        author: { '@type': 'Organization', name: 'QuickTakes' },
        publisher: { '@type': 'Organization', name: 'QuickTakes' },
        datePublished: '2025-01-01',
        dateModified: '2025-03-01',
        about: { '@type': 'Thing', name: 'Law' },
        keywords: ['tort', 'liability'],
        citation: [
          { name: 'Institutes', datePublished: '-000160' },
          { name: 'A casebook', datePublished: '1998' },
          { name: 'Undated', url: 'https://example.com/undated' },
        ],
        isPartOf: { '@type': 'CollectionPage', url: absoluteUrl('/learn/law') },
        mainEntityOfPage: url,
        inLanguage: 'en',
      },
      { '@type': 'BreadcrumbList', itemListElement: [{}, {}, {}, { position: 4, item: url }] },
      {
        '@type': 'Quiz',
        hasPart: {
          '@type': 'Question',
          eduQuestionType: 'Flashcard',
          text: 'What is a tort?',
          acceptedAnswer: { '@type': 'Answer', text: 'A civil wrong.' },
        },
      },
    ]);
  });

  test('is no quiz without a short answer, and was not changed before it was published', () => {
    const plain = { ...entry, shortAnswer: undefined, keywords: [], sources: [], author: 'Ada Byron' };
    const graph = questionGraph({ entry: plain, canonical, subject, changedDay: '2024-12-31' });
    expect(graph).toHaveLength(2);
    expect(graph[0]).toMatchObject({
      author: { '@type': 'Person', name: 'Ada Byron' },
      dateModified: '2025-01-01',
    });
    for (const field of ['abstract', 'image', 'keywords', 'citation']) {
      expect(graph[0]).not.toHaveProperty(field);
    }
  });

  test.each([
    ['Ada Byron', { '@type': 'Person', name: 'Ada Byron' }],
    ['King, Martin Luther, Jr.', { '@type': 'Person', name: 'Martin Luther King Jr.' }],
    ['World Health Organization', { '@type': 'Organization', name: 'World Health Organization' }],
    ['Smith & Sons', { '@type': 'Organization', name: 'Smith & Sons' }],
    ['NASA', { '@type': 'Organization', name: 'NASA' }],
    [
      'Ada Byron and Charles Babbage',
      [
        { '@type': 'Person', name: 'Ada Byron' },
        { '@type': 'Person', name: 'Charles Babbage' },
      ],
    ],
  ])('names the persons or the organization that wrote it: %s', (author, expected) => {
    const graph = questionGraph({ entry: { ...entry, author }, canonical, subject, changedDay: undefined });
    expect(asJson(graph[0])).toMatchObject({ author: expected });
    expect(validateStructuredData([jsonLd(graph)], entry.address)).toEqual([]);
  });

  test('is a QAPage in place of a quiz where questions are sent by readers', () => {
    const graph = questionGraph({ entry, canonical, subject, changedDay: undefined, markup: 'QAPage' });
    expect(asJson(graph[2])).toMatchObject({
      '@type': 'QAPage',
      mainEntity: {
        name: 'What is a tort?',
        answerCount: 1,
        acceptedAnswer: { text: 'A civil wrong.', url },
      },
    });
  });
});

test('a page of a question in several subjects names its canonical address, and the way to itself', () => {
  const elsewhere = '/learn/art/questions/what-is-a-tort';
  const graph = questionGraph({ entry, canonical: elsewhere, subject, changedDay: undefined });
  expect(asJson(graph)).toMatchObject([
    {
      '@id': `${absoluteUrl(elsewhere)}#article`,
      url: absoluteUrl(elsewhere),
      mainEntityOfPage: absoluteUrl(elsewhere),
      isPartOf: { url: absoluteUrl('/learn/law') },
    },
    { itemListElement: [{}, {}, { item: absoluteUrl('/learn/law') }, { position: 4, name: entry.question }] },
    { '@id': `${absoluteUrl(elsewhere)}#quiz` },
  ]);
  expect(jsonLd(graph)).not.toContain(url);
  const [list] = collectionGraph('Law', learnCrumbs, [{ ...entry, canonical: elsewhere }]);
  expect(asJson(list)).toMatchObject({ mainEntity: { itemListElement: [{ url: absoluteUrl(elsewhere) }] } });
});

test('a page that lists others counts all of them and names the first fifty', () => {
  const members = Array.from({ length: 60 }, (_, index) => ({ address: `/x${index}`, title: `X ${index}` }));
  expect(asJson(collectionGraph('All', learnCrumbs, members)[0])).toMatchObject({
    '@type': 'CollectionPage',
    url: absoluteUrl('/learn'),
    mainEntity: {
      numberOfItems: 60,
      itemListElement: Array.from({ length: 50 }, (_, index) => ({
        position: index + 1,
        url: absoluteUrl(`/x${index}`),
      })),
    },
  });
});

test('everything that pages say follows the rules of search engines', () => {
  const validate = (graph: Parameters<typeof jsonLd>[0], address: string, markup?: 'QAPage') =>
    validateStructuredData([jsonLd(graph)], address, { markup });
  const page = { entry, canonical, subject, changedDay: undefined, image: { url: absoluteUrl('/og/x.png') } };
  expect(validate(questionGraph(page), entry.address)).toEqual([]);
  expect(validate(questionGraph({ ...page, markup: 'QAPage' }), entry.address, 'QAPage')).toEqual([]);
  const other = absoluteUrl('/learn/art/questions/what-is-a-tort');
  const copy = questionGraph({ ...page, canonical: '/learn/art/questions/what-is-a-tort' });
  expect(validateStructuredData([jsonLd(copy)], entry.address, { canonical: other })).toEqual([]);
  expect(validate(copy, entry.address)).not.toEqual([]);
  expect(validate(homeGraph(), '/')).toEqual([]);
  expect(validate(collectionGraph('All', learnCrumbs, [entry]), '/learn')).toEqual([]);
});
