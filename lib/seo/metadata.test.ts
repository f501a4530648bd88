import { expect, test } from 'vitest';

import { entry as articleEntry, law as subject } from '@/lib/catalogue/fixtures';
import { siteImage } from '@/lib/social-image/social-image';
import { absoluteUrl } from '@/lib/site';
import { pageMetadata, questionMetadata, subjectMetadata } from './metadata';

test("a question's title is the question, then the editor's suffix", () => {
  const entry = articleEntry('letters/a', { question: 'Why is A?', titleSuffix: 'QuickTakes | Letters' });
  const { title, openGraph, twitter, alternates } = questionMetadata(entry, siteImage());
  expect(title).toBe('Why is A? - QuickTakes | Letters');
  expect(openGraph?.title).toBe('Why is A?');
  expect(twitter?.title).toBe('Why is A?');
  expect(alternates?.canonical).toBe(absoluteUrl(entry.address));
});

test('a subject without a description of its own still has one', () => {
  expect(subjectMetadata(subject).description).toContain('Questions about Law');
  expect(subjectMetadata({ ...subject, description: 'What is owed.' }).description).toBe('What is owed.');
});

test('every page names a picture, its size and its words', () => {
  const { openGraph, twitter } = pageMetadata({ title: 'Search', description: 'Find.', path: '/search' });
  expect(openGraph?.images).toEqual([siteImage()]);
  expect(twitter).toMatchObject({ card: 'summary_large_image', images: [{ url: siteImage().url }] });
});
