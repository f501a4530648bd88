import { expect, test } from 'vitest';

import { entry } from '@/lib/catalogue/fixtures';
import { lastChanged, newestChange } from './last-changed';

test('a question changes with its file, but never before it is published', () => {
  const page = entry('law/a', { date: '2025-02-03' });
  expect(lastChanged(page, undefined)).toBe('2025-02-03');
  expect(lastChanged(page, '2025-01-01')).toBe('2025-02-03');
  expect(lastChanged(page, '2025-06-01')).toBe('2025-06-01');
});

test('a list has the day of its newest change', () => {
  const pages = [entry('law/a', { date: '2025-02-03' }), entry('law/b', { date: '2024-01-01' })];
  expect(newestChange(pages, new Map([['law/b.md', '2025-05-05']]))).toBe('2025-05-05');
  expect(newestChange([], new Map())).toBeUndefined();
});
