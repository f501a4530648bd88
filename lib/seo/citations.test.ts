import { expect, test } from 'vitest';

import { entry } from '@/lib/catalogue/fixtures';
import { absoluteUrl } from '@/lib/site';
import { citationsOf } from './citations';

const url = absoluteUrl('/learn/law/questions/what-is-a-tort');

test('a page of the house is cited in four styles', () => {
  const page = entry('law/what-is-a-tort', { question: 'What is a tort?', date: '2025-03-04' });
  expect(citationsOf(page, page.address).map(({ style, text }) => [style, text])).toEqual([
    ['APA', `QuickTakes. (2025, March 4). What is a tort? ${url}`],
    ['MLA', `“What is a tort?” QuickTakes, 4 Mar. 2025, ${url}.`],
    ['Chicago', `QuickTakes. “What is a tort?” March 4, 2025. ${url}.`],
    [
      'BibTeX',
      `@misc{what-is-a-tort-2025,\n  author = {{QuickTakes}},\n  title = {{What is a tort?}},\n  year = {2025},\n  month = {mar},\n  howpublished = {\\url{${url}}}\n}`,
    ],
  ]);
});

test('an author of their own is named before the house', () => {
  const page = entry('law/what-is-a-tort', { question: 'Explain torts', author: 'Ada Byron' });
  expect(citationsOf(page, page.address)[0]?.text).toBe(
    `Ada Byron. (2025, January 1). Explain torts. QuickTakes. ${url}`,
  );
});
