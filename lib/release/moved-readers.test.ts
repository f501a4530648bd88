import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { expect, test } from 'vitest';

import { loadCatalogue } from '@/lib/catalogue/load';
import { readRedirects } from '@/lib/catalogue/redirects';
import { planMove } from '@/lib/edit/move';
import { redirectFiles } from '@/lib/hosting/redirects';
import { questionMarkdown } from '@/lib/seo/markdown';
import { ankiText } from '@/lib/study/anki';
import { cardFileOf } from '@/lib/study/cards';
import { cardFilesOf, deckOf } from '@/lib/study/decks';
import { findId } from '@/lib/study/find-id';
import { temporaryFolder } from '@/lib/testing/temporary-folder';

const content = temporaryFolder();
const names = { law: { name: 'Law' }, 'fine-art': { name: 'Fine Art' } };
const [old, moved] = ['/learn/law/questions/a', '/learn/fine-art/questions/new'];

async function writeQuestion(slug: string, id: number) {
  const text = `---\nid: ${id}\ndate: 2025-01-10\ntitle: ${slug}?\nsubject: Law\nseo:\n  page_description: About.\n---\nAn answer.\n`;
  await content.put(`law/${slug}.md`, text);
}

/** The files of the site that a reader's study page requests, by address. */
function publish(): ReadonlyMap<string, string> {
  const catalogue = loadCatalogue(content.path);
  const { redirects } = readRedirects(content.path);
  const pages = catalogue.entries.map((entry): [string, string] => [
    `${entry.address}.md`,
    questionMarkdown(entry, catalogue.subjectOf(entry), 'An answer.'),
  ]);
  const leading = [...redirectFiles(redirects)].map(({ path, content: page }): [string, string] => [
    `/${path.replace(/\.html$/, '')}`,
    page,
  ]);
  return new Map([...pages, ...leading]);
}

/** A reader's data: cards by id, and notes in Anki by guid. */
function study() {
  const catalogue = loadCatalogue(content.path);
  const cards = [...cardFilesOf(catalogue)].flatMap(([file, entries]) =>
    entries.map(({ id, address, question }) => ({ file, id, address, question })),
  );
  const rows = ankiText(
    [
      {
        subject: 'x',
        name: 'X',
        cards: cards.map((card) => ({ ...card, answer: '', part: 'whole' as const })),
      },
    ],
    'https://library.example',
  );
  return {
    ids: new Set(catalogue.subjects.flatMap(({ slug }) => deckOf(catalogue, slug))),
    files: new Map(cards.map(({ id, file }) => [id, file])),
    guids: [...rows.matchAll(/quicktakes-\d+/g)].map(([guid]) => guid).sort(),
  };
}

async function move() {
  const catalogue = loadCatalogue(content.path);
  const plan = await planMove(content.path, { oldName: 'a', newName: moved }, catalogue, names);
  for (const [path, text] of plan.writes) {
    await mkdir(dirname(join(content.path, path)), { recursive: true });
    await writeFile(join(content.path, path), text);
  }
  for (const path of plan.remove) await rm(join(content.path, path));
}

const serve = (files: ReadonlyMap<string, string>) => (address: string) => {
  const text = files.get(address);
  return Promise.resolve(new Response(text ?? '', { status: text === undefined ? 404 : 200 }));
};

test('progress, saved questions and Anki notes survive the move of a question', async () => {
  await writeQuestion('a', 41);
  await writeQuestion('b', 42);
  const before = study();
  expect(await findId(old, serve(publish()))).toBe(41);
  await move();
  expect(await readFile(join(content.path, 'fine-art/new.md'), 'utf8')).toContain('id: 41');

  expect(study()).toEqual(before);
  expect(before.files.get(41)).toBe(cardFileOf(41));
  const files = publish();
  // The question was saved at its old address, and its id was not looked up before it moved.
  expect(await findId(old, serve(files))).toBe(41);
  expect(await findId(moved, serve(files))).toBe(41);
});

test('the id is also found through a redirect, and an unknown address has no id', async () => {
  await writeQuestion('a', 41);
  await move();
  const files = publish();
  const page = `<link rel="canonical" href="https://library.example${moved}"/>`;
  expect(await findId(old, serve(new Map([...files, [old, page]])))).toBe(41);
  expect(await findId('/learn/law/questions/never', serve(files))).toBeUndefined();
  await expect(findId(old, () => Promise.resolve(new Response('', { status: 503 })))).rejects.toThrow(
    'answered 503',
  );
});
