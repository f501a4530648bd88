import { expect, test } from 'vitest';

import { limits } from '@/lib/limits';
import { goodFile } from '@/lib/testing/faulty-files';
import { examine } from './examine';

test('the problems of front matter and answer are limited together', () => {
  const keys = Array.from({ length: 2 * limits.problemsOfFile }, () => '[a]::\n').join('');
  const links = Array.from({ length: 2 * limits.problemsOfFile }, (_, index) => `[a](#gone-${index})\n\n`);
  const text = goodFile.replace(/^---\n/, `---\n${keys}`) + links.join('');
  const { problems } = examine({ file: 'a.md', path: 'physics/a.md', bytes: Buffer.from(text) });
  expect(problems).toHaveLength(limits.problemsOfFile);
  expect(problems[0]?.severity).toBe('error');
  expect(problems.at(-1)?.code).toBe('too-many-problems');
});
