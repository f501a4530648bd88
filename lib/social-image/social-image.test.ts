import { afterEach, expect, test, vi } from 'vitest';

import { Catalogue } from '@/lib/catalogue/catalogue';
import { entry } from '@/lib/catalogue/fixtures';
import { absoluteUrl } from '@/lib/site';
import { socialImageBudget } from './budget';
import { picturesOf, questionImage, siteImage, subjectImage } from './social-image';

const entries = [
  entry('law/old', { id: 1, date: '2024-01-01' }),
  entry('law/newer', { id: 2, date: '2024-01-02' }),
  entry('art/newest', { id: 3, date: '2024-01-02' }),
];
const catalogue = new Catalogue(entries, { law: { name: 'Law', accent: 'olive' } });

afterEach(() => {
  vi.unstubAllEnvs();
});

const imagePaths = () => entries.map((member) => new URL(questionImage(member, catalogue).url).pathname);

test('the newest questions have pictures of their own, the others show their subject', () => {
  expect(imagePaths()).toEqual([
    '/learn/law/questions/old.png',
    '/learn/law/questions/newer.png',
    '/learn/art/questions/newest.png',
  ]);
  vi.stubEnv('SOCIAL_IMAGES', '2');
  expect(imagePaths()).toEqual([
    '/learn/law.png',
    '/learn/law/questions/newer.png',
    '/learn/art/questions/newest.png',
  ]);
  vi.stubEnv('SOCIAL_IMAGES', '0');
  expect(imagePaths()).toEqual(['/learn/law.png', '/learn/law.png', '/learn/art.png']);
});

test.each(['', '0', '1', '2', '3', '2000'])(
  'with a budget of "%s", every picture that a page names is made',
  (budget) => {
    vi.stubEnv('SOCIAL_IMAGES', budget);
    const made = picturesOf(catalogue);
    const images = [
      siteImage(),
      ...catalogue.subjects.map(subjectImage),
      ...entries.map((member) => questionImage(member, catalogue)),
    ];
    expect(images.filter(({ url }) => !made.has(new URL(url).pathname))).toEqual([]);
    expect(made.size).toBe(1 + 2 + Math.min(3, budget === '' ? 3 : Number(budget)));
  },
);

test('by default, 2,000 questions have a picture of their own', () => {
  vi.stubEnv('SOCIAL_IMAGES', undefined);
  expect(socialImageBudget()).toBe(2000);
});

test.each(['many', '-1', '1.5', '1e9'])('a budget of "%s" is refused', (budget) => {
  vi.stubEnv('SOCIAL_IMAGES', budget);
  expect(() => picturesOf(catalogue)).toThrow('SOCIAL_IMAGES');
});

test('the address changes with what the picture says, and its path does not', () => {
  const [first] = entries;
  if (!first) throw new Error('no entry');
  const url = (question: string, date: string) => {
    const changed = { ...first, question, date };
    return questionImage(changed, new Catalogue([changed], {})).url;
  };
  expect(url('Why?', '2024-01-01')).toMatch(absoluteUrl('/learn/law/questions/old.png?v='));
  expect(url('Why?', '2024-01-01')).toBe(url('Why?', '2025-01-01'));
  expect(url('Why?', '2024-01-01')).not.toBe(url('How?', '2024-01-01'));
});

test('the words for those who do not see it are those in the picture', () => {
  const member = entry('law/tort', { question: 'Is $x^2$ a tort?' });
  expect(questionImage(member, new Catalogue([member], { law: { name: 'Law' } })).alt).toBe(
    'Is x² a tort? · Law · QuickTakes',
  );
});
