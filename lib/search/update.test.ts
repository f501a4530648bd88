import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { Catalogue } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import { entry } from '@/lib/catalogue/fixtures';
import { questionMarkdown } from '@/lib/seo/markdown';
import { questionPath } from '@/lib/site';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { SearchIndexMismatch } from './mismatch';
import { updateSearchIndex, type SearchChange } from './search-index';

const temporary = temporaryFolder();

/** A question of a generated library. Its words follow from its number. */
interface Question {
  id: number;
  subject: string;
  slug: string;
  text: number;
}

type Library = ReadonlyMap<string, Question>;

/** So many words that the postings fill several files. */
const vocabulary = Array.from(
  { length: 4000 },
  (_, number) => `${((number * 7919) % 100_003).toString(36)}é`,
);

function textOf(number: number): string {
  return Array.from({ length: 120 }, (_, place) => {
    const random = (number * 2_654_435_761 + place * 40_503 * (number + 1)) % vocabulary.length;
    return vocabulary[place % 5 === 0 ? random % 30 : random] ?? '';
  }).join(' ');
}

function entryOf({ id, subject, slug, text }: Question): Entry {
  const title = textOf(text).split(' ').slice(0, 5).join(' ');
  return entry(`${subject}/${slug}`, { id, title, question: title, keywords: [vocabulary[text] ?? ''] });
}

function catalogueOf(library: Library): Catalogue {
  return new Catalogue([...library.values()].map(entryOf), {});
}

const made = new Map<string, string>();

/** What a question has published; nothing where the index has it from another address of the question. */
function markdownOf(question: Question, catalogue: Catalogue): string | undefined {
  const subject = catalogue.subject(question.subject);
  const own = catalogue.find(questionPath(question.subject, question.slug));
  if (!subject || !own) throw new Error('the question is not in the catalogue');
  if (catalogue.canonical(own) !== own) return undefined;
  const addresses = catalogue.addressesOf(own);
  const key = JSON.stringify([question, addresses]);
  const text = `## One\n\n${textOf(question.text)}`;
  const markdown = made.get(key) ?? questionMarkdown(own, subject, text, addresses);
  made.set(key, markdown);
  return markdown;
}

/** What leads from one library to another; every file is told of by its name, as a build does. */
function changesBetween(before: Library, after: Library): SearchChange[] {
  const [old, next] = [catalogueOf(before), catalogueOf(after)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    const change = { before: was && markdownOf(was, old), after: is && markdownOf(is, next) };
    return change.before === change.after ? [] : [change];
  });
}

async function filesBelow(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((name) => name.isFile()).map((file) => join(file.parentPath, file.name));
  const read = files.map(async (file) => [file.slice(folder.length), await readFile(file, 'base64')]);
  return Object.fromEntries(await Promise.all(read)) as Record<string, string>;
}

const none: Library = new Map();
let count = 0;

async function makeIndex(before: Library, after: Library, previous?: string): Promise<string> {
  const release = join(temporary.path, String((count += 1)));
  await mkdir(release);
  const { subjects } = catalogueOf(after);
  await updateSearchIndex({ release, previous, subjects, changes: changesBetween(before, after) });
  return release;
}

const subjects = ['law', 'art', 'zoology'] as const;

interface Edit {
  kind: string;
  file: number;
  other: number;
  subject: string;
  text: number;
}

/** Files are told apart by subject and slug; ids may wander from one to another. */
const anyEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('put', 'rename', 'remove', 'swap', 'list'),
  file: fc.nat({ max: 79 }),
  other: fc.nat({ max: 79 }),
  subject: fc.constantFrom(...subjects),
  text: fc.nat({ max: 500 }),
});

function applyEdit(library: Library, { kind, file, other, subject, text }: Edit): Library {
  const next = new Map(library);
  const keys = [...next.keys()];
  const key = keys[file % Math.max(1, keys.length)] ?? '';
  const found = next.get(key);
  if (kind === 'put' || !found) {
    const id = file * 9 + 1;
    const slug = `question-${file}`;
    for (const one of keys) if (next.get(one)?.id === id) next.delete(one);
    next.set(`${subject}/${slug}`, { id, subject, slug, text });
  } else if (kind === 'rename') {
    const slug = `renamed-${other}-${found.id}`;
    for (const one of keys) if (next.get(one)?.id === found.id) next.delete(one);
    next.set(`${subject}/${slug}`, { ...found, subject, slug });
  } else if (kind === 'list') {
    // In another subject as well, with another text.
    next.set(`${subject}/${found.slug}`, { ...found, subject, text });
  } else if (kind === 'remove') {
    next.delete(key);
  } else {
    const otherKey = keys[other % keys.length] ?? '';
    const exchanged = next.get(otherKey);
    for (const one of exchanged ? keys : []) {
      const member = next.get(one);
      if (member?.id === found.id) next.set(one, { ...member, id: exchanged?.id ?? 0 });
      else if (member && member.id === exchanged?.id) next.set(one, { ...member, id: found.id });
    }
  }
  return next;
}

const start: Library = new Map(
  Array.from({ length: 70 }, (_, number): [string, Question] => {
    const question = {
      id: number * 9 + 1,
      subject: subjects[number % 2] ?? 'law',
      slug: `question-${number}`,
      text: number,
    };
    return [`${question.subject}/${question.slug}`, question];
  }),
);

test('an index brought from release to release is, byte for byte, the one made anew', async () => {
  const first = await makeIndex(none, start);
  expect((await readdir(join(first, 'search-index/words'))).length).toBeGreaterThan(4);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 }),
      async (releases) => {
        let library = start;
        let release = first;
        for (const edits of releases) {
          const next = edits.reduce(applyEdit, library);
          release = await makeIndex(library, next, release);
          library = next;
        }
        const clean = await makeIndex(none, library);
        expect(await filesBelow(release)).toEqual(await filesBelow(clean));
      },
    ),
    { numRuns: 15 },
  );
});

test('the last question can go, and the first come', async () => {
  const empty = await makeIndex(start, none, await makeIndex(none, start));
  expect(await filesBelow(empty)).toEqual(await filesBelow(await makeIndex(none, none)));
  const full = await makeIndex(none, start, empty);
  expect(await filesBelow(full)).toEqual(await filesBelow(await makeIndex(none, start)));
});

test('one edit leaves most files as they were', async () => {
  const first = await makeIndex(none, start);
  const one = start.get('law/question-0');
  if (!one) throw new Error('the library lacks its first question');
  const { subjects: shown } = catalogueOf(start);
  const before = markdownOf(one, catalogueOf(start));
  const release = join(temporary.path, 'edited');
  await updateSearchIndex({
    release,
    previous: first,
    subjects: shown,
    changes: [{ before, after: `${before ?? ''}\nA quokka.\n` }],
  });
  const [old, next] = [await filesBelow(first), await filesBelow(release)];
  const changed = Object.keys(next).filter((file) => next[file] !== old[file]);
  expect(changed.length).toBe(3);
});

test('what is no index of this form cannot be updated', async () => {
  const missing = join(temporary.path, 'nothing');
  await expect(makeIndex(start, start, missing)).rejects.toThrow(SearchIndexMismatch);
  const cut = await makeIndex(none, none);
  await temporary.put(`${cut.slice(temporary.path.length)}/search-index/vocabulary.bin`, 'cut');
  await expect(makeIndex(none, start, cut)).rejects.toThrow(SearchIndexMismatch);
});

test('a change that does not fit the index is refused', async () => {
  const [[key, question] = ['', undefined]] = start;
  if (!question) throw new Error('the library is empty');
  const half = new Map([...start].slice(1));
  const release = await makeIndex(none, half);
  await expect(makeIndex(new Map([[key, question]]), none, release)).rejects.toThrow(SearchIndexMismatch);
});
