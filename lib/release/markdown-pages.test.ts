import { expect, test } from 'vitest';

import { Catalogue, type Entry } from '@/lib/catalogue/catalogue';
import { entry } from '@/lib/catalogue/fixtures';
import { markdownPages } from './markdown-pages';

function pagesOf(question: Entry, name = 'Law', answer = 'It is.') {
  const answers = { keyOf: () => answer, read: () => Promise.resolve(answer) };
  return markdownPages(new Catalogue([question], { law: { name } }), answers);
}

test('every question has its Markdown beside its page', async () => {
  const [page] = pagesOf(entry('law/a', { question: 'A?' }));
  expect(page?.path).toBe('learn/law/questions/a.md');
  expect(await page?.make()).toMatch(/\nsubject: "Law"\n[^]*\n# A\?\n\nIt is\.\n$/);
});

test('its key changes with what it shows and with nothing else', () => {
  const keys = [
    pagesOf(entry('law/a')),
    pagesOf(entry('law/a'), 'The law'),
    pagesOf(entry('law/a'), 'Law', 'It is not.'),
    pagesOf(entry('law/a', { shortAnswer: 'Yes.' })),
    pagesOf(entry('law/a', { keywords: ['b'] })),
    pagesOf(entry('law/a', { id: 2 })),
  ].map(([page]) => page?.key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(pagesOf(entry('law/a', { related: ['/x'], titleSuffix: 'Z' }))[0]?.key).toBe(keys[0]);
});
