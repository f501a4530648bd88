import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAlias, parseDocument, visit } from 'yaml';

import { readSimpleYaml } from './simple-yaml';
import { placesInDocument } from './yaml-places';

const simple = `
_schema: default
id: 70001
date: 2025-01-10
title: >-
    Can a loop: run # forever?
author: "A: b"
question: 'Is it "so"?'
seo:
  title: QuickTakes | Computer Science
  page_keywords: >-
    loops,termination,
    halting problem
url: /learn/computer-science/questions/can-a-loop-run-forever
score: -1.0
sources:
  - title: A book
    year: 2018
  - title: Another
related_article1:
    id: 70002

`;

/** Parts of lines that mean something to YAML, some of them in combination only. */
const part = fc.constantFrom(
  ...[
    'a',
    'b',
    'seo',
    'null',
    'true',
    'No',
    '_x',
    '1',
    '-1',
    '0',
    '-0',
    '1.0',
    '007',
    '0x1',
    '1e3',
    '.5',
    '.inf',
  ],
  ...[':', ': ', ' ', '  ', ' #', '#', '- ', '-', '? ', '>-', '>', '|', '"', "'", '""', '&a ', '*a', '!a '],
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    '%',
    '@',
    '`',
    '~',
    '/',
    '\\',
    '---',
    '...',
    '<<',
    '=',
    '2025-01-31',
    'é',
    '∑',
    '😀',
  ],
);
const value = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('text', 'a text', '12', '"a"', "'a'", '>-', '') },
  { weight: 1, arbitrary: fc.array(part, { maxLength: 4 }).map((parts) => parts.join('')) },
);
const line = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        fc.constantFrom('', '', '', '  ', '    ', '- ', '  - '),
        fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        fc.constantFrom(': ', ': ', ':', ':  '),
        value,
      )
      .map((parts) => parts.join('')),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom('', ' ', '  ', '    '), value).map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.array(part, { maxLength: 5 }).map((parts) => parts.join('')) },
);
const text = fc.oneof(
  fc.array(line, { maxLength: 7 }).map((lines) => `${lines.join('\n')}\n`),
  // The example with one part put in somewhere.
  fc
    .tuple(fc.nat(simple.length), fc.nat(3), part)
    .map(([at, removed, put]) => `${simple.slice(0, at)}${put}${simple.slice(at + removed)}\n`),
);

function pathsOf(found: unknown, path: PropertyKey[] = []): PropertyKey[][] {
  if (typeof found !== 'object' || found === null) return [path];
  const below = Object.entries(found).flatMap(([key, member]) =>
    pathsOf(member, [...path, Array.isArray(found) ? Number(key) : key]),
  );
  return path.length === 0 ? below : [path, ...below];
}

/** Whether the parser finds nothing but data, and how often the reader gave any. */
function compare(source: string): boolean {
  const read = readSimpleYaml(source);
  if (!read) return false;
  const document = parseDocument(source, { version: '1.2', merge: false });
  expect(document.errors).toEqual([]);
  expect(document.warnings).toEqual([]);
  visit(document, {
    Node: (_, node) => {
      const extras = [
        node.comment,
        node.commentBefore,
        isAlias(node),
        'anchor' in node && node.anchor,
        node.tag,
      ];
      expect(extras.filter(Boolean)).toEqual([]);
    },
  });
  expect(read.data).toEqual(document.toJS());
  const parsed = placesInDocument(document);
  for (const path of pathsOf(read.data)) {
    expect([path, read.startOfKey(path)]).toEqual([path, parsed.startOfKey(path)]);
    expect([path, read.rangeOfValue(path)?.[0]]).toEqual([path, parsed.rangeOfValue(path)?.[0]]);
  }
  return true;
}

test('the form that nearly all front matter has is read', () => {
  expect(compare(simple)).toBe(true);
});

test('what is read is what a YAML parser reads, at the same places', () => {
  let count = 0;
  fc.assert(
    fc.property(text, (source) => {
      if (compare(source)) count += 1;
    }),
    { numRuns: 1000 },
  );
  // The property says something of texts that are read only.
  expect(count).toBeGreaterThan(100);
});

test.each([
  ['an anchor', 'a: &b c\n'],
  ['an alias', 'a: *b\n'],
  ['a tag', 'a: !b c\n'],
  ['a comment', 'a: b # c\n'],
  ['a second key of one name', 'a: b\na: c\n'],
  ['a key that would change the program', '__proto__: a\n'],
  ['a tab', 'a:\tb\n'],
  ['an escape', 'a: "\\u202E"\n'],
  ['more keys than are allowed', Array.from({ length: 300 }, (_, index) => `a${index}: b\n`).join('')],
])('%s is left to the parser', (_, source) => {
  expect(readSimpleYaml(source)).toBeUndefined();
});
