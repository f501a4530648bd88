import { expect, test } from 'vitest';

import { entry as articleEntry, law as subject } from '@/lib/catalogue/fixtures';
import { siteImage } from '@/lib/social-image/social-image';
import { absoluteUrl } from '@/lib/site';
import { pageMetadata, questionMetadata, subjectMetadata } from './metadata';

test("a question's title is the question, then the editor's suffix", () => {
  const entry = articleEntry('letters/a', { question: 'Why is A?', titleSuffix: 'QuickTakes | Letters' });
  const { title, url, article } = questionMetadata({ entry, canonical: entry.address, image: siteImage() });
  expect(title).toBe('Why is A? - QuickTakes | Letters');
  expect(article?.title).toBe('Why is A?');
  expect(url).toBe(absoluteUrl(entry.address));
});

test('a question in several subjects has one canonical address, and each page its own Markdown', () => {
  const entry = articleEntry('letters/a');
  const canonical = '/learn/alphabets/questions/a';
  const { url, alternates } = questionMetadata({ entry, canonical, image: siteImage() });
  expect(url).toBe(absoluteUrl(canonical));
  expect(alternates.at(-1)?.url).toBe(absoluteUrl('/learn/letters/questions/a.md'));
});

test('a subject without a description in subjects.yaml has a default one', () => {
  expect(subjectMetadata(subject).description).toContain('Questions about Law');
  expect(subjectMetadata({ ...subject, description: 'What is owed.' }).description).toBe('What is owed.');
});

test('a page without its own picture refers to that of the site', () => {
  expect(pageMetadata({ title: 'Search', description: 'Find.', path: '/search' }).image).toEqual(siteImage());
});
