import { questionPath } from '@/lib/site';
import type { Subject } from './catalogue';
import { withHashes, type Entry } from './entry';

/** An entry for tests, from `subject/slug` and the fields that matter to the test. */
export function entry(path: string, rest: Partial<Entry> = {}): Entry {
  const [subject = '', slug = ''] = path.split('/');
  const { hash = '', ...given } = rest;
  const shown = {
    id: 1,
    address: questionPath(subject, slug),
    slug,
    subject: { slug: subject, name: subject },
    title: slug.replaceAll('-', ' '),
    question: slug.replaceAll('-', ' '),
    author: 'QuickTakes',
    date: '2025-01-01',
    dateFormat: 'MMM DD, YYYY',
    postOnText: 'Posted on',
    titleSuffix: 'QuickTakes',
    description: '',
    shortAnswer: undefined,
    sources: [],
    keywords: [],
    related: [],
    canonical: undefined,
    path: `${path}.md`,
    ...given,
  };
  return withHashes(shown, hash);
}

/** A subject with one question, for tests. */
export const law: Subject = {
  slug: 'law',
  name: 'Law',
  description: undefined,
  accent: 'blue',
  note: undefined,
  count: 1,
};
