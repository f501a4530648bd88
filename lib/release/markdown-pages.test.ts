import { expect, test } from 'vitest';

import { Catalogue } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import { entry } from '@/lib/catalogue/fixtures';
import { markdownPages } from './markdown-pages';

function pagesOf(question: Entry, name = 'Law') {
  const catalogue = new Catalogue([question], { law: { name } });
  return markdownPages(catalogue, catalogue.subjects, () => Promise.resolve('It is.'));
}

test('every question has its Markdown beside its page', async () => {
  const [page] = pagesOf(entry('law/a', { question: 'A?' }));
  expect(page?.path).toBe('learn/law/questions/a.md');
  expect(await page?.make()).toMatch(/\nsubject: "Law"\n[^]*\n# A\?\n\nIt is\.\n$/);
});

test('each page of a question in several subjects has Markdown, whose key changes with the canonical address', async () => {
  const copies = (canonical: string) => {
    const catalogue = new Catalogue([entry('law/a', { canonical }), entry('art/a')], {});
    return [...markdownPages(catalogue, catalogue.subjects, () => Promise.resolve('It is.'))];
  };
  const [first, second] = [copies('/learn/art/questions/a'), copies('/learn/law/questions/a')];
  expect(first.map(({ path }) => path)).toEqual(['learn/art/questions/a.md', 'learn/law/questions/a.md']);
  for (const page of second) {
    expect(await page.make()).toContain('/learn/law/questions/a"\nalso_at: [');
    expect(first.map(({ key }) => key)).not.toContain(page.key);
  }
});

test('its key changes with what it shows', () => {
  const keys = [
    pagesOf(entry('law/a')),
    pagesOf(entry('law/a'), 'The law'),
    pagesOf(entry('law/a', { hash: 'of another file' })),
    pagesOf(entry('law/b')),
  ].map(([page]) => page?.key);
  expect(new Set(keys).size).toBe(keys.length);
});
