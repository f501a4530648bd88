import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { loadCatalogue, readAnswer } from './load';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'content-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

function article(id: number, subject: string): string {
  return `---\nid: ${id}\ndate: 2025-01-10\ntitle: A question\nsubject: ${subject}\nseo:\n  page_description: About it.\n---\nAn answer.\n`;
}

describe('a content folder', () => {
  test('is read whole: files of every depth, and their answers on demand', async () => {
    await put('law/a.md', article(1, 'Law'));
    await put('law/contracts/b.md', article(2, 'Law'));
    await put('c.md', article(3, 'Fine Art'));
    await put('.hidden/d.md', 'not a question');
    await put('notes.txt', 'not a question');
    const catalogue = await loadCatalogue(folder);
    expect(catalogue.entries.map(({ address }) => address)).toEqual([
      '/learn/fine-art/questions/c',
      '/learn/law/questions/b',
      '/learn/law/questions/a',
    ]);
    const [entry] = catalogue.entries;
    expect(entry && (await readAnswer(entry, folder))).toEqual({ form: 'markdown', text: 'An answer.\n' });
  });

  test('may hold broken files, which are left out', async () => {
    await put('law/a.md', article(1, 'Law').replace('2025', 'in 2025'));
    await put('law/c.md', article(3, 'Law'));
    expect((await loadCatalogue(folder)).entries.map(({ slug }) => slug)).toEqual(['c']);
  });

  test('that is missing or a file is explained', async () => {
    await expect(loadCatalogue(join(folder, 'x'))).rejects.toThrow(
      /^There is no content folder at .*\/x\. Create it/,
    );
    await put('file', '');
    await expect(loadCatalogue(join(folder, 'file'))).rejects.toThrow(/is a file, not a folder/);
  });
});
