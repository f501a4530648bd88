import { expect, test } from 'vitest';

import { entry } from '@/lib/catalogue/fixtures';
import { siteImage } from '@/lib/social-image/social-image';
import { citationsOf } from './citations';
import { feedItem } from './feed-list';
import { jsonLd, questionGraph } from './json-ld';
import { questionMarkdown } from './markdown';
import { questionMetadata } from './metadata';

const typed = entry('physics/e', {
  title: 'Why is $E = mc^2$?',
  question: 'Why is $E = mc^2$ in `Math`?',
  description: 'On $E = mc^2$.',
  shortAnswer: 'Because \\(E = mc^2\\).',
});
const subject = { slug: 'physics', name: 'Physics' };
const page = { entry: typed, canonical: typed.address, subject, changedDay: undefined };

test.each([
  ['citations', JSON.stringify(citationsOf(typed, typed.address))],
  ['items of feeds', JSON.stringify(feedItem({ entry: typed, updated: '2024-01-01' }, ''))],
  ['structured data', jsonLd(questionGraph(page))],
  ['Markdown for other readers', questionMarkdown(typed, subject, '')],
  [
    'the head of the page',
    JSON.stringify(questionMetadata({ entry: typed, canonical: typed.address, image: siteImage() })),
  ],
])('%s have formulas as plain characters', (_, text) => {
  expect(text).toContain('E = mc²');
  expect(text).not.toMatch(/\$|mc\^|`|\\\\\(/);
});
