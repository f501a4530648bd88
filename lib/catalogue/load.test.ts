import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { loadCatalogue } from './load';
import { readAnswer } from './read-entry';

const temporary = temporaryFolder();

function article(id: number, subject: string): string {
  return `---\nid: ${id}\ndate: 2025-01-10\ntitle: A question\nsubject: ${subject}\nseo:\n  page_description: About it.\n---\nAn answer.\n`;
}

describe('a content folder', () => {
  test('is read whole: files of every depth, and their answers on demand', async () => {
    await temporary.put('law/a.md', article(1, 'Law'));
    await temporary.put('law/contracts/b.md', article(2, 'Law'));
    await temporary.put('c.md', article(3, 'Fine Art'));
    await temporary.put('.hidden/d.md', 'not a question');
    await temporary.put('notes.txt', 'not a question');
    const catalogue = loadCatalogue(temporary.path);
    expect(catalogue.entries.map(({ address }) => address)).toEqual([
      '/learn/fine-art/questions/c',
      '/learn/law/questions/b',
      '/learn/law/questions/a',
    ]);
    const [entry] = catalogue.entries;
    expect(entry && readAnswer(entry, temporary.path)).toEqual({
      form: 'markdown',
      text: 'An answer.\n',
    });
  });

  test('may hold broken files, which are left out', async () => {
    await temporary.put('law/a.md', article(1, 'Law').replace('2025', 'in 2025'));
    await temporary.put('law/c.md', article(3, 'Law'));
    expect(loadCatalogue(temporary.path).entries.map(({ slug }) => slug)).toEqual(['c']);
  });

  test('that is missing or a file is explained', async () => {
    expect(() => loadCatalogue(join(temporary.path, 'x'))).toThrow(
      /^There is no content folder at .*\/x\. Create it/,
    );
    await temporary.put('file', '');
    expect(() => loadCatalogue(join(temporary.path, 'file'))).toThrow(/is a file, not a folder/);
  });
});
