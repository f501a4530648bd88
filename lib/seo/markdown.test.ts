import fc from 'fast-check';
import matter from 'gray-matter';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

import { Catalogue } from '@/lib/catalogue/catalogue';
import { entry } from '@/lib/catalogue/fixtures';
import { absoluteUrl } from '@/lib/site';
import { questionMarkdown, readQuestionMarkdown } from './markdown';

const rate = entry('physics/rate', {
  id: 7,
  title: 'Rate: "what" is #1?',
  question: 'What is *p_1* < 2 \\ $5 in C#?',
  author: 'Ada',
  description: 'A rate, and\nmore.',
  shortAnswer: 'One_way\nor *another*.',
  keywords: ['rate, of', 'change'],
  sources: [{ title: 'A: b', url: 'https://a.example/b', year: 1905 }],
});

function publish(question = rate, answer = 'It changes.'): string {
  const [subject] = new Catalogue([question], { physics: { name: 'Physics & more' } }).subjects;
  if (!subject) throw new Error('a catalogue has the subjects of its questions');
  return questionMarkdown(question, subject, answer);
}

/** Reads the copy with general parsers of front matter and Markdown. */
function read(markdown: string) {
  return matter(markdown, { engines: { yaml: (text) => parse(text) as object } });
}

test('a question is front matter, the question, the short answer and the answer', () => {
  expect(publish(rate, '\n\nIt changes.\n\n## How\n\n\n')).toBe(
    `---
title: "Rate: \\"what\\" is #1?"
url: "${absoluteUrl('/learn/physics/questions/rate')}"
id: 7
subject: "Physics & more"
date: "2025-01-01"
author: "Ada"
description: "A rate, and\\nmore."
keywords: ["rate, of","change"]
sources: [{"title":"A: b","url":"https://a.example/b","year":1905}]
---

# What is \\*p\\_1\\* \\< 2 \\\\ \\$5 in C\\#?

> In short: One\\_way or \\*another\\*.

It changes.

## How
`.replace('C\\#?', 'C#?'),
  );
});

test('any YAML parser reads its front matter', () => {
  expect(read(publish()).data).toEqual({
    title: rate.title,
    url: absoluteUrl(rate.address),
    id: 7,
    subject: 'Physics & more',
    date: '2025-01-01',
    author: 'Ada',
    description: rate.description,
    keywords: rate.keywords,
    sources: rate.sources,
  });
});

test('missing data is left out', () => {
  const { data, content } = read(publish(entry('physics/a', { question: 'A?' })));
  expect(Object.keys(data)).toEqual(['title', 'url', 'id', 'subject', 'date', 'author', 'description']);
  expect(content).toBe('\n# A?\n\nIt changes.\n');
});

test('every text comes back, from YAML and from our own reader', () => {
  // Without delimiters of formulas and code, which are converted to plain text.
  const text = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .map((characters) => characters.replace(/[$`]|\\(?=[([be])/g, '-'));
  fc.assert(
    fc.property(text, text, fc.array(text, { maxLength: 3 }), (title, said, keywords) => {
      const question = said.replace(/\s+/g, ' ').trim();
      const markdown = publish({ ...rate, title, question, keywords }, said);
      expect(read(markdown).data).toMatchObject({ title });
      expect(readQuestionMarkdown(markdown)).toEqual({
        id: 7,
        address: rate.address,
        subject: 'physics',
        slug: 'rate',
        otherSubjects: [],
        title,
        question,
        keywords,
      });
    }),
  );
});

test('a question in several subjects names its canonical address and the others', () => {
  const [subject] = new Catalogue([rate], {}).subjects;
  if (!subject) throw new Error('a catalogue has the subjects of its questions');
  const addresses = ['/learn/maths/questions/rate', rate.address];
  const markdown = questionMarkdown(rate, subject, 'It changes.', addresses);
  expect(read(markdown).data).toMatchObject({
    url: absoluteUrl('/learn/maths/questions/rate'),
    also_at: [absoluteUrl(rate.address)],
  });
  expect(readQuestionMarkdown(markdown)).toMatchObject({
    address: '/learn/maths/questions/rate',
    subject: 'maths',
    otherSubjects: ['physics'],
  });
});

test('other Markdown is refused', () => {
  expect(() => readQuestionMarkdown('# Hello\n')).toThrow();
  expect(() => readQuestionMarkdown('---\nid: 1\nurl: "/about"\ntitle: "A"\n---\n\n# A\n')).toThrow('/about');
});
