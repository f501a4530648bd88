import { expect, test } from 'vitest';

import { entry, law } from '@/lib/catalogue/fixtures';
import { questionMarkdown } from '@/lib/seo/markdown';
import { formatSavedIds, idInMarkdown, parseSavedIds } from './saved-ids';

test('ids come back as they were; damaged ones are looked up again', () => {
  const known = new Map([['/learn/law/questions/a', 200101]]);
  expect(parseSavedIds(formatSavedIds(known))).toEqual(known);
  for (const text of [null, '', '[]', '{"a":"b"}', '{"a":-1}', 'null'])
    expect(parseSavedIds(text).size).toBe(0);
});

test('a Markdown copy contains its id', () => {
  const markdown = questionMarkdown(entry('law/a', { id: 200101, description: 'id: 1' }), law, 'id: 2');
  expect(idInMarkdown(markdown)).toBe(200101);
  expect(idInMarkdown('<!doctype html>id: 3')).toBeUndefined();
  expect(idInMarkdown('---\ntitle: "x"\n---\n\nid: 4\n')).toBeUndefined();
});
