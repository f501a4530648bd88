import fc from 'fast-check';
import { expect, test } from 'vitest';

import { examineAnswer } from '../examine-answer';
import { parseAnswer } from '../parse';
import { renderMarkdown } from '../render';
import { sampleAnswers } from '../sample-answers';
import { showAnswer } from '../show-answer';

const idsOf = (markdown: string) => renderMarkdown(markdown).headings.map(({ id }) => id);
const anchorsOf = (markdown: string) =>
  examineAnswer(parseAnswer({ form: 'markdown', text: markdown })).anchors;

test.each([
  ['H₂O and x²', 'h2o-and-x2'],
  ['½ cup', '1-2-cup'],
  ['1½ cups', '1-1-2-cups'],
  ['10⁻³ and CO₂', '103-and-co2'],
  ['Step ① of ⑫', 'step-1-of-12'],
  ['¾ of ⅓', '3-4-of-1-3'],
  ['A note[^1]', 'a-note'],
  ['**A**[^1] note[^1]', 'a-note'],
  ['Naïve Ärzte', 'naïve-ärzte'],
  ['1. 2/3 & C++', '1-23--c'],
  ['When $n = 0$', 'when-n0'],
  ['`code` of *it*', 'code-of-it'],
  ['مرحبا', 'مرحبا'],
])('the id of %j is %s', (heading, id) => {
  const markdown = `## ${heading}\n\nText[^1].\n\n[^1]: Note.`;
  expect(idsOf(markdown)).toEqual([id]);
  expect(anchorsOf(markdown)).toEqual([id]);
});

test('a note mark is no part of the heading in the outline', () => {
  const { headings, html } = renderMarkdown('## A note[^1]\n\n[^1]: Note.');
  expect(headings).toMatchObject([{ text: 'A note' }]);
  expect(html).toContain('data-footnote-ref');
});

test('the check knows the same ids as the page', () => {
  fc.assert(
    fc.property(sampleAnswers(false), (answer) => {
      expect(anchorsOf(answer)).toEqual(idsOf(answer));
    }),
    { numRuns: 50 },
  );
});

test.each([
  ['[a](#gone)\n\n## Here', 0, ''],
  ['## The first part\n\nSee [a](#first-part).', 23, '#the-first-part'],
  ['## Part\n\nSee [a](#Part).', 13, '#part'],
  ['## Ärzte\n\nSee [a](#%C3%A4rtze).', 14, '#ärzte'],
  ['[a]: #gone\n\n## Gone by\n\n[a]', 0, '#gone-by'],
  ['$$ x \\label{e} $$\n\n[a](#user-content-eq-f)', 19, '#user-content-eq-e'],
])('a link to a missing heading is reported: %j', (markdown, offset, nearest) => {
  const { remarks } = showAnswer(markdown);
  expect(remarks).toMatchObject([{ code: 'anchor-missing', severity: 'warning', offset }]);
  expect(remarks[0]?.message.includes('Did you mean')).toBe(nearest !== '');
  expect(remarks[0]?.message).toContain(nearest);
});

test.each([
  '## Here it is\n\n[a](#here-it-is)',
  '## Ärzte\n\n[a](#%C3%A4rzte)',
  '[a](#)',
  '[a](#top)',
  '[a](#sources)',
  'A[^1] [a](#user-content-fn-1)\n\n[^1]: b',
  '$$ x \\label{e} $$\n\n[a](#user-content-eq-e)',
  '## H₂O\n\n[a](#h2o)',
  '## A\n\n## A\n\n[a](#a-1)',
])('a link to an existing heading is not reported: %j', (markdown) => {
  expect(showAnswer(markdown).remarks).toEqual([]);
});
