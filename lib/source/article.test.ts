import { describe, expect, test } from 'vitest';

import { readArticle, type Reading } from './article';

const path = 'computer-science/can-a-loop-run-forever.md';

/** A document as the source library writes it: folded scalars, the answer on one line, a body of nothing. */
const source = `---
_schema: default
id: 70001
date: 2025-01-10
title: >-
    Can a loop run forever?
article_title: >-
    Can a loop run forever?
date_format: MMM DD, YYYY
post_on_text: Posted on
seo:
  title: QuickTakes | Computer Science
  page_description: >-
    When a loop has no way out, and how to see it before it runs.
  page_keywords: >-
    loops,termination, halting problem
author: QuickTakes
question: >-
    Can a loop run forever?
answer: >-
    Yes.\\n\\n### Why\\nNothing ends it.
subject: Computer science
file_name: can-a-loop-run-forever.md
url: /learn/computer-science/questions/can-a-loop-run-forever
score: -1.0
related_article2:
    id: 70003
    title: >-
        What is recursion?
    subject: Computer Science
    url: /learn/computer-science/questions/what-is-recursion
related_article1:
    id: 70002
    title: >-
        What is a stack?
    subject: Computer Science
    url: /learn/computer-science/questions/what-is-a-stack
---

&nbsp;`;

const readable = `---
id: 7
date: 2025-01-10
title: Can a loop run forever?
subject: Computer Science
seo:
  page_description: When a loop has no way out.
---
Yes.

## Why

Nothing ends it.
`;

function read(text: string, at = path): Pick<Reading, 'article' | 'problems'> {
  const { article, problems } = readFile(text, at);
  return { article, problems };
}

function readFile(text: string, at = path): Reading {
  return readArticle({ file: `content/${at}`, path: at, bytes: new TextEncoder().encode(text) });
}

/** Every problem as `line:column code`. */
function places(text: string, at = path): string[] {
  return read(text, at).problems.map(({ line, column, code }) => `${line}:${column} ${code}`);
}

describe('a document of the source library', () => {
  test('becomes an article', () => {
    expect(read(source)).toEqual({
      problems: [],
      article: {
        id: 70001,
        address: '/learn/computer-science/questions/can-a-loop-run-forever',
        slug: 'can-a-loop-run-forever',
        subject: { slug: 'computer-science', name: 'Computer science' },
        title: 'Can a loop run forever?',
        question: 'Can a loop run forever?',
        author: 'QuickTakes',
        date: '2025-01-10',
        dateFormat: 'MMM DD, YYYY',
        postOnText: 'Posted on',
        titleSuffix: 'QuickTakes | Computer Science',
        description: 'When a loop has no way out, and how to see it before it runs.',
        keywords: ['loops', 'termination', 'halting problem'],
        shortAnswer: undefined,
        sources: [],
        canonical: undefined,
        related: [
          '/learn/computer-science/questions/what-is-a-stack',
          '/learn/computer-science/questions/what-is-recursion',
        ],
        answer: { form: 'escaped', text: 'Yes.\\n\\n### Why\\nNothing ends it.' },
      },
    });
  });

  test.each([
    ['a byte order mark', `\uFEFF${source}`],
    ['Windows line ends', source.replaceAll('\n', '\r\n')],
    ['no body', source.replace('\n\n&nbsp;', '')],
    ['a newline at its end', `${source}\n`],
  ])('may have %s', (_, text) => {
    expect(read(text)).toEqual(read(source));
  });
});

describe('the readable form', () => {
  test('has the answer as its body, and what it leaves out is derived', () => {
    const { article, problems } = read(readable);
    expect(problems).toEqual([]);
    expect(article).toMatchObject({
      address: '/learn/computer-science/questions/can-a-loop-run-forever',
      question: 'Can a loop run forever?',
      author: 'QuickTakes',
      dateFormat: 'MMM DD, YYYY',
      postOnText: 'Posted on',
      titleSuffix: 'QuickTakes | Computer Science',
      keywords: [],
      related: [],
      shortAnswer: undefined,
      sources: [],
      answer: { form: 'markdown', text: 'Yes.\n\n## Why\n\nNothing ends it.\n' },
    });
  });

  test('may lie at the top of the content folder', () => {
    expect(read(readable, 'can-a-loop-run-forever.md').article?.address).toBe(
      '/learn/computer-science/questions/can-a-loop-run-forever',
    );
  });
});

describe('problems stand where the fault is', () => {
  const changed = (from: string | RegExp, to: string) => places(readable.replace(from, to));

  test.each<[string, string | RegExp, string, string[]]>([
    ['a missing key', /date: .*\n/, '', ['1:1 missing-key']],
    ['a missing nested key', /page_description: .*/, 'title: x', ['6:1 missing-key']],
    ['an unknown key', 'date:', 'autor: Me\ndate:', ['3:1 unknown-key']],
    ['an unknown nested key', 'page_description:', 'keywords: x\n  page_description:', ['7:3 unknown-key']],
    ['a day that does not exist', '2025-01-10', '2025-02-30', ['3:7 invalid-value']],
    ['a value of another type', 'id: 7', 'id: seven', ['2:5 invalid-value']],
    ['an empty value', 'title: Can a loop run forever?', 'title:', ['4:7 invalid-value']],
    ['a number for a title', 'title: Can a loop run forever?', 'title: 1984', ['4:8 invalid-value']],
    ['a second colon', 'Can a loop run', 'Can a loop: run', ['4:8 yaml']],
    ['a tab', 'date:', '\tdate:', ['3:1 yaml']],
    ['a key that stands twice', 'date:', 'id: 8\ndate:', ['3:1 yaml']],
    ['an alias', 'id: 7', 'id: &n 7\nscore: *n', ['2:5 yaml-alias', '3:8 yaml-alias']],
    ['a tag', 'id: 7', 'id: !!int 7', ['2:5 yaml-tag']],
    ['a script for front matter', '---', '---js', ['1:4 front-matter-language']],
    ['no front matter', /^---\n/, '', ['1:1 front-matter-missing']],
    ['front matter without an end', /\n---\n/, '\n', ['1:1 front-matter-unclosed']],
    ['front matter closed with hyphens too many', /\n---\n/, '\n----\n', ['8:4 front-matter-unclosed']],
    ['more on the line that closes front matter', /\n---\n/, '\n--- js\n', ['8:4 front-matter-unclosed']],
    ['a list for front matter', /id: [^]*?\n---/, '- a\n---', ['1:1 yaml']],
    ['no answer', /Yes\.[^]*/, '&nbsp;\n', ['9:1 answer-missing']],
    ['two answers', 'id: 7', 'id: 7\nanswer: Yes.', ['3:1 two-answers']],
    [
      'a related article with a bad address',
      'id: 7',
      'id: 7\nrelated_article1:\n  url: /x',
      ['4:8 invalid-value'],
    ],
    [
      'a related article without an address',
      'id: 7',
      'id: 7\nrelated_article1:\n  id: 3',
      ['3:1 missing-key'],
    ],
    ['deep nesting', 'id: 7', 'id: {a: {a: {a: {a: {a: {}}}}}}', ['1:1 front-matter-too-deep']],
    ['very deep nesting', 'id: 7', `id: ${'['.repeat(20_000)}`, ['1:1 front-matter-too-deep']],
    ['another file name', 'id: 7', 'id: 7\nfile_name: other.md', ['3:12 address-disagrees']],
    [
      'the address of another slug',
      'id: 7',
      'id: 7\nurl: /learn/computer-science/questions/x',
      ['3:6 address-disagrees'],
    ],
    [
      'the address of another subject',
      'id: 7',
      'id: 7\nurl: /learn/law/questions/can-a-loop-run-forever',
      ['3:6 address-disagrees'],
    ],
    [
      'a subject other than the folder',
      'subject: Computer Science',
      'subject: Law',
      ['5:10 address-disagrees'],
    ],
    ['a subject without letters', 'subject: Computer Science', 'subject: "??"', ['5:10 address-disagrees']],
  ])('%s', (_, from, to, expected) => {
    expect(changed(from, to)).toEqual(expected);
  });

  test('all at once', () => {
    const broken = readable.replace('id: 7', 'id: -7').replace('date: 2025-01-10', 'dat: 2025-01-10');
    expect(places(broken)).toEqual(['2:5 invalid-value', '3:1 unknown-key']);
    const poorer = readable.replace('id: 7', 'id: -7').replace('date: 2025-01-10', 'mood: 2025-01-10');
    expect(places(poorer)).toEqual(['2:5 invalid-value', '1:1 missing-key', '3:1 unknown-key']);
  });

  test('with the nearest known key', () => {
    const [problem] = read(readable.replace('id: 7', 'id: 7\nautor: Me')).problems;
    expect(problem?.message).toBe('"autor" is not a key of an article. Did you mean "author"?');
  });

  test('in bytes that are not text, or too many', () => {
    const file = { file: 'x.md', path };
    const codes = (bytes: Uint8Array) => readArticle({ ...file, bytes }).problems.map(({ code }) => code);
    expect(codes(new Uint8Array([0x2d, 0xff, 0xfe]))).toEqual(['not-utf-8']);
    expect(codes(new Uint8Array(64 * 1024 + 1))).toEqual(['file-too-large']);
    expect(codes(new Uint8Array())).toEqual(['front-matter-missing']);
  });

  test('in a slug that is no address', () => {
    expect(places(readable, 'computer-science/Can_a_loop.md')).toEqual(['1:1 slug']);
    expect(places(readable, `computer-science/${'a'.repeat(201)}.md`)).toEqual(['1:1 slug']);
    expect(places(readable, 'computer-science/---.md')).toEqual(['1:1 slug']);
  });

  test('a copy of the title that was forgotten is only a warning', () => {
    const { article, problems } = read(readable.replace('id: 7', 'id: 7\nquestion: Does a loop end?'));
    expect(problems.map(({ severity, code }) => [severity, code])).toEqual([['warning', 'title-disagrees']]);
    expect(article?.question).toBe('Does a loop end?');
  });
});

test.each(['fx--p-cos-x', '-5-degrees-', '--c--', '7'])('the slug %s may be anywhere in a file', (slug) => {
  const address = `/learn/computer-science/questions/${slug}`;
  const keys = `file_name: ${slug}.md\nurl: ${address}\ncanonical: ${address}\nrelated_article1:\n  url: ${address}\n`;
  const { article, problems } = read(
    readable.replace('id: 7\n', `id: 7\n${keys}`),
    `computer-science/${slug}.md`,
  );
  expect(problems).toEqual([]);
  expect(article).toMatchObject({ slug, address, canonical: address, related: [address] });
});

test('a subject may lie in a folder with a hyphen for every space of its name, or in a tidy one', () => {
  const text = readable.replace('subject: Computer Science', 'subject: Earth & Space');
  for (const folder of ['earth-space', 'earth--space']) {
    expect(read(text, `${folder}/a.md`)).toMatchObject({
      problems: [],
      article: { subject: { slug: folder } },
    });
    const address = `/learn/${folder}/questions/a`;
    expect(places(text.replace('id: 7', `id: 7\nurl: ${address}`), `${folder}/a.md`)).toEqual([]);
  }
  expect(places(text, 'earth---space/a.md')).toEqual(['5:10 address-disagrees']);
  expect(read(text, 'a.md').article?.subject.slug).toBe('earth-space');
});

test('a short answer stands in for a description, and sources are kept', () => {
  const text = readable
    .replace(
      'seo:\n  page_description: When a loop has no way out.\n',
      'seo: {}\nshort_answer: Yes, it can.\n',
    )
    .replace(
      '---\nYes.',
      'sources:\n  - title: A book\n    url: https://e.org/book\n    year: 1936\n---\nYes.',
    );
  const { article, problems } = read(text);
  expect(problems).toEqual([]);
  expect(article).toMatchObject({
    description: 'Yes, it can.',
    shortAnswer: 'Yes, it can.',
    sources: [{ title: 'A book', url: 'https://e.org/book', year: 1936 }],
  });
  expect(places(readable.replace('id: 7', `id: 7\nshort_answer: ${'x'.repeat(301)}`))).toEqual([
    '3:15 invalid-value',
  ]);
  expect(places(text.replace('https://e.org/book', 'ftp://e.org/book'))).toEqual(['10:10 invalid-value']);
  expect(places(text.replace('short_answer: Yes, it can.\n', ''))).toEqual(['6:1 missing-key']);
});

test('a place in the answer is found in the file, whichever form it has', () => {
  for (const newline of ['\n', '\r\n']) {
    for (const [text, place] of [
      [source, { line: 21, column: 22 }],
      [readable, { line: 13, column: 1 }],
    ] as const) {
      const { article, placeInAnswer } = readFile(text.replaceAll('\n', newline));
      expect(placeInAnswer(article?.answer.text.indexOf('Nothing') ?? -1)).toEqual(place);
    }
  }
});

test.each(['---\n---', '---js\n---', '---\nid: 1\n--- x', '---js\nid: 1\n---'])(
  'a missing answer stands on the last line if that line closes the front matter: %j',
  (text) => {
    expect(places(text)).toContain(`${text.split('\n').length}:1 answer-missing`);
  },
);

test.each(['js', 'javascript', ' js', 'JS', 'coffee', 'json', 'yaml', 'toml'])(
  'front matter marked "%s" is refused and never run',
  (language) => {
    const text = `---${language}\nglobalThis.ran = true, {}\n---\nx`;
    expect(places(text)).toEqual(['1:4 front-matter-language']);
    expect('ran' in globalThis).toBe(false);
  },
);
