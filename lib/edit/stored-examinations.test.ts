import { expect, test } from 'vitest';

import { examine } from './examine';
import { parseExaminations, writeExaminations } from './stored-examinations';

const examined = (author: string) => {
  const text = `---\nid: 7\ndate: 2025-01-10\ntitle: Why?\nauthor: ${author}\nsubject: Law\nseo:\n  page_description: Because.\n---\nAn answer of ${author}.\n`;
  return examine({ file: 'law/a.md', path: 'law/a.md', bytes: Buffer.from(text) });
};

test('details of more files than stay parsed are the same at each use', () => {
  const two = [examined('Ada'), examined('Ünö')];
  const authors = two.map(({ entry }) => entry?.author);
  const hashes = two.map(({ answerHash }) => answerHash);
  expect(new Set(hashes).size).toBe(2);
  const count = 20_100;
  const files = new Map(
    Array.from({ length: count }, (_, index) => {
      const examination = two[index % 2];
      if (!examination) throw new Error('there are two');
      return [`law/${index}.md`, { stamp: String(index), examination }];
    }),
  );
  const parsed = [...parseExaminations(writeExaminations(files)).values()];
  expect(parsed).toHaveLength(count);
  for (let use = 0; use < 2; use += 1) {
    const wrong = parsed.filter(
      ({ examination: { entry, answerHash } }, index) =>
        entry?.author !== authors[index % 2] || answerHash !== hashes[index % 2],
    );
    expect(wrong).toEqual([]);
  }
});

test('bytes that are part of a larger buffer are read at their place', () => {
  const examination = examined('Ada');
  const bytes = writeExaminations(new Map([['law/a.md', { stamp: 's', examination }]]));
  const larger = Buffer.concat([Buffer.from('before'), bytes, Buffer.from('after')]);
  const found = parseExaminations(larger.subarray(6, 6 + bytes.length)).get('law/a.md');
  expect(found?.stamp).toBe('s');
  expect(found?.examination.entry?.title).toBe('Why?');
  expect(found?.examination.places).toEqual(examination.places);
});
