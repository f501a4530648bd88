import fc from 'fast-check';
import { expect, test } from 'vitest';

import { renderMarkdown } from '@/lib/answer/render';
import { ankiText, type AnkiDeck } from './anki';
import type { Card } from './cards';

const site = 'https://quicktakes.example';

function deck(subject: string, ...cards: Partial<Card>[]): AnkiDeck {
  return {
    subject,
    name: subject.toUpperCase(),
    cards: cards.map((card, index) => ({
      id: index + 1,
      address: `/learn/${subject}/questions/a`,
      question: 'Q?',
      answer: '<p>A.</p>',
      part: 'short',
      ...card,
    })),
  };
}

/** Reads rows as Anki does: fields between tabs, in quotes where they begin with one, a quote within them doubled. */
function readRows(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) =>
      line
        .split('\t')
        .map((field) => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field)),
    );
}

test('one subject is a deck of its own', () => {
  expect(ankiText([deck('law', { id: 200101 })], site)).toBe(
    [
      '#separator:tab',
      '#html:true',
      '#notetype:Basic',
      '#deck:QuickTakes::LAW',
      '#guid column:1',
      '#tags column:2',
      'quicktakes-200101\tquicktakes quicktakes::law\tQ?\t"<p>A.</p><p><small><a href=""https://quicktakes.example/learn/law/questions/a"">The whole answer</a></small></p>"',
      '',
    ].join('\n'),
  );
});

test('in a selection every card names its deck', () => {
  const text = ankiText([deck('law', { id: 1 }), deck('physics', { id: 2 })], site);
  expect(text).toContain('#deck column:3\n');
  expect(text).not.toContain('#deck:');
  expect(readRows(text).map((row) => [row[0], row[2]])).toEqual([
    ['quicktakes-1', 'QuickTakes::LAW'],
    ['quicktakes-2', 'QuickTakes::PHYSICS'],
  ]);
});

test('a card keeps its guid when its question is worded anew or moves', () => {
  const guid = (card: Partial<Card>) => readRows(ankiText([deck('law', { id: 5, ...card })], site))[0]?.[0];
  expect(guid({ question: 'New?', address: '/learn/law/questions/new' })).toBe(guid({}));
});

test('text stays text: markup, quotes, tabs, line breaks and formulas do not act', () => {
  const text = ankiText([deck('law', { question: '#1 <b>"A" & \\(x\\)</b>\t[sound:x.mp3]\n{{B}}' })], site);
  expect(readRows(text)[0]?.[2]).toBe(
    '#1 &lt;b&gt;&quot;A&quot; &amp; &#92;(x&#92;)&lt;/b&gt; &#91;sound:x.mp3]<br>{{B}}',
  );
});

test('the back says whether it is the beginning of the answer, and leads to all of it', () => {
  const back = (card: Partial<Card>) => readRows(ankiText([deck('law', card)], site))[0]?.[3];
  const link = (text: string) => `<a href="${site}/learn/law/questions/a">${text}</a>`;
  expect(back({ part: 'beginning' })).toBe(
    `<p>A.</p><p><small>The beginning of the answer. ${link('The whole answer')}</small></p>`,
  );
  expect(back({ part: 'whole' })).toBe(`<p>A.</p><p><small>${link('Its page')}</small></p>`);
  expect(back({ part: 'beginning', answer: '' })).toBe(`<p><small>${link('The answer')}</small></p>`);
});

test('an answer keeps its formulas, code and lines, and its links lead to the site', () => {
  const { html } = renderMarkdown(
    String.raw`A [link](/learn/a "x > y"), ![image](/a.png), <href="/b">, ${'`'}"\(${'`'}, $x_1$ and [this](https://e.org/).\
\[sound:x]`,
  ).beginning;
  const back = readRows(ankiText([deck('law', { answer: html, part: 'whole' })], site))[0]?.[3] ?? '';
  expect(back).toContain(`<a href="${site}/learn/a" title="x > y">link</a>`);
  expect(back).toContain(`<img src="${site}/a.png"`);
  expect(back).toContain('&lt;href="/b">');
  expect(back).toContain('<code>"&#92;(</code>');
  expect(back).toContain('<math><msub><mi>x</mi><mn>1</mn></msub></math>');
  expect(back).toContain('<a href="https://e.org/">this</a>.<br>&#10;&#91;sound:x]');
});

test('whatever a question says, its row has four fields on one line', () => {
  const hostile = fc.string({
    unit: fc.constantFrom('"', '\t', '\n', '\r', '#', '<', '&', '\\', 'é', ' ', ':'),
  });
  fc.assert(
    fc.property(hostile, hostile, (question, answer) => {
      const rows = readRows(ankiText([deck('law', { question, answer })], site));
      expect(rows.map((row) => row.length)).toEqual([4]);
    }),
  );
});

test('nothing selected is a file without cards', () => {
  expect(readRows(ankiText([], site))).toEqual([]);
});
