import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { UserError } from '@/lib/user-error';
import { loadLibrary, readAnswer } from './load';

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

const problems = async () =>
  (await loadLibrary(folder)).problems.map(({ file, line, column, code }) => [
    file.replace(`${folder}/`, ''),
    `${line}:${column}`,
    code,
  ]);

describe('a content folder', () => {
  test('is read whole: files of every depth, and their answers on demand', async () => {
    await put('law/a.md', article(1, 'Law'));
    await put('law/contracts/b.md', article(2, 'Law'));
    await put('c.md', article(3, 'Fine Art'));
    await put('.hidden/d.md', 'not a question');
    await put('notes.txt', 'not a question');
    const { catalogue, problems: found } = await loadLibrary(folder);
    expect(found).toEqual([]);
    expect(catalogue.entries.map(({ address }) => address)).toEqual([
      '/learn/fine-art/questions/c',
      '/learn/law/questions/b',
      '/learn/law/questions/a',
    ]);
    const [entry] = catalogue.entries;
    expect(entry && (await readAnswer(entry, folder))).toEqual({ form: 'markdown', text: 'An answer.\n' });
  });

  test('names every broken file at once, in order', async () => {
    await put('law/b.md', article(2, 'Law').replace('title: A question\n', ''));
    await put('law/a.md', article(1, 'Law').replace('2025', 'in 2025'));
    await put('law/c.md', article(3, 'Law'));
    await put('subjects.yaml', 'law:\n  name: Law\n  accent: mauve\n');
    expect(await problems()).toEqual([
      ['law/a.md', '3:7', 'invalid-value'],
      ['law/b.md', '1:1', 'missing-key'],
      ['subjects.yaml', '3:11', 'subjects'],
    ]);
    expect((await loadLibrary(folder)).catalogue.entries).toHaveLength(1);
  });

  test('names both files of one address, or of one id', async () => {
    await put('c/pointers.md', article(1, 'C'));
    await put('pointers.md', article(2, 'C++'));
    await put('law/a.md', article(2, 'Law'));
    expect(await problems()).toEqual([
      ['c/pointers.md', '1:1', 'duplicate-address'],
      ['law/a.md', '1:1', 'duplicate-id'],
      ['pointers.md', '1:1', 'duplicate-address'],
      ['pointers.md', '1:1', 'duplicate-id'],
    ]);
  });

  test('names what would otherwise be passed over', async () => {
    await put('law/a.md', article(1, 'Law'));
    await put('law/b.markdown', article(2, 'Law'));
    await symlink(join(folder, 'law/a.md'), join(folder, 'law/c.md'));
    expect(await problems()).toEqual([
      ['law/b.markdown', '1:1', 'file-name'],
      ['law/c.md', '1:1', 'file-name'],
    ]);
  });

  test('that is empty, missing or a file is explained', async () => {
    await expect(loadLibrary(folder)).rejects.toThrow(
      new UserError(
        `The content folder ${folder} holds no questions. Put one at <subject>/<slug>.md, or point CONTENT_DIR at another folder.`,
      ),
    );
    await expect(loadLibrary(join(folder, 'x'))).rejects.toThrow(
      /^There is no content folder at .*\/x\. Create it/,
    );
    await put('file', '');
    await expect(loadLibrary(join(folder, 'file'))).rejects.toThrow(/is a file, not a folder/);
  });
});
