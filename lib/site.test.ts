import fc from 'fast-check';
import { expect, test } from 'vitest';

import { limits } from './limits';
import { isSlug, parseQuestionPath, questionPath } from './site';

/** Slugs as the source library may have made them. */
const anySlug = fc
  .string({ unit: fc.constantFrom('a', 'z', '0', '9', '-', '-'), minLength: 1, maxLength: limits.slugLength })
  .filter((slug) => /[a-z0-9]/.test(slug));

test('a slug is of letters, digits and hyphens, with at least one letter or digit', () => {
  fc.assert(fc.property(anySlug, (slug) => isSlug(slug)));
  for (const slug of ['fx--p-cos-x', '-5-degrees', 'what-is-c-', '--a--', '7', 'a'.repeat(200)]) {
    expect(isSlug(slug), slug).toBe(true);
  }
  for (const text of ['', '-', '---', 'A', 'a_b', 'a b', 'é', 'a\n', 'a.md', 'a/b', 'a'.repeat(201)]) {
    expect(isSlug(text), text).toBe(false);
  }
});

test('the address of a question leads back to its subject and slug', () => {
  fc.assert(
    fc.property(anySlug, anySlug, (subject, slug) => {
      expect(parseQuestionPath(questionPath(subject, slug))).toEqual({ subject, slug });
    }),
  );
  for (const address of ['/learn/law/questions/-', '/learn/-/questions/a', '/learn/law/questions/a/', '']) {
    expect(parseQuestionPath(address), address).toBeUndefined();
  }
});

test('a text that is nearly a slug is refused in no time', () => {
  const text = `${'-'.repeat(100_000)}_`;
  expect(isSlug(text) || parseQuestionPath(`/learn/${text}/questions/${text}`) !== undefined).toBe(false);
});
