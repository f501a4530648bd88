import { appendFile, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import fc from 'fast-check';
import { parseDocument, type Document } from 'yaml';

import { questionPath, slugCharacter } from '@/lib/site';

/** More than any file of the library has. */
const mostRelated = 20;

/** Changes that an editor or a developer may make between two releases. */
const kinds = [
  'answer',
  'title',
  'add',
  'list',
  'move',
  'remove',
  'redirect',
  'subject',
  'template',
] as const;

/** An edit that was not applied yet. */
export interface Edit {
  kind: (typeof kinds)[number];
  /** Index of the file, modulo the number of files. */
  place: number;
  /** A unique number for texts, names and ids. */
  number: number;
}

/** A library that edits are applied to. */
export interface EditedLibrary {
  /** The folder that contains `content`. */
  readonly folder: string;
  /** The public address for builds. */
  siteUrl: string;
}

/** Generates edits of every kind. The seed determines their order and their files. */
export function randomEdits(seed: number, count: number): Edit[] {
  const edit = fc.record({ kind: fc.constantFrom(...kinds), place: fc.nat(1000) });
  const every = fc.shuffledSubarray([...kinds], { minLength: kinds.length });
  const [order = []] = fc.sample(every, { seed, numRuns: 1 });
  return fc
    .sample(edit, { seed, numRuns: count })
    .map(({ kind, place }, index) => ({ kind: order[index] ?? kind, place, number: index + 1 }));
}

/** Applies an edit. Afterwards a valid library is still valid and has at least one question. */
export async function apply(library: EditedLibrary, { kind, place, number }: Edit): Promise<void> {
  const content = join(library.folder, 'content');
  if (kind === 'template') {
    // Like the code, the site's address affects every page.
    library.siteUrl = `https://site-${number}.example`;
    return;
  }
  if (kind === 'subject') {
    await replaceIn(join(content, 'subjects.yaml'), /^( *name: Law).*$/m, `$1 ${number}`);
    return;
  }
  const files = await questionFiles(content);
  const file = files[place % files.length] ?? '';
  const redirects = join(content, 'redirects.yaml');
  const newFile = join(dirname(file), `question-number-${number}.md`);
  switch (kind) {
    case 'answer':
      await change(file, (question) => {
        const line = `Line ${number}, with $x^{${number}}$.`;
        const answer = question.keys.get('answer');
        // The source library wrote newlines as backslash-n.
        if (typeof answer === 'string') question.keys.set('answer', `${answer}\\n\\n${line}`);
        else question.body += `\n${line}\n`;
      });
      break;
    case 'title':
      await change(file, (question) => {
        retitle(question, number);
      });
      break;
    case 'add':
      await writeFile(newFile, await readFile(file));
      await change(newFile, (question) => {
        question.keys.set('id', 900_000 + number);
        question.keys.delete('canonical');
        retitle(question, number);
        renameTo(question, newFile);
      });
      break;
    case 'list':
      await listElsewhere(file, number % 2 === 0);
      break;
    case 'redirect':
      await appendFile(redirects, `${questionPath('law', `once-number-${number}`)}: ${addressOf(file)}\n`);
      break;
    case 'move':
      // A question in several subjects has the same slug in all of them.
      for (const copy of files.filter((other) => basename(other) === basename(file))) {
        await forgetEverywhere(copy, content);
        const renamed = join(dirname(copy), basename(newFile));
        await rename(copy, renamed);
        await change(renamed, (question) => {
          renameTo(question, renamed);
        });
      }
      break;
    case 'remove':
      // An empty library has no release.
      if (files.length === 1) return;
      await forgetEverywhere(file, content);
      await rm(file);
  }
}

/** Removes all references to a question from all files: links in answers and related articles. */
async function forgetEverywhere(file: string, content: string): Promise<void> {
  for (const other of await questionFiles(content)) {
    if (!(await readFile(other, 'utf8')).includes(addressOf(file))) continue;
    await change(other, (question) => {
      forget(question, file);
    });
  }
  const redirects = join(content, 'redirects.yaml');
  await appendFile(redirects, '');
  await replaceIn(redirects, new RegExp(`^.*: ${addressOf(file)}\n`, 'gm'), '');
}

/**
 * Copies a question to another subject.
 *
 * @param isCanonical whether the new address becomes canonical by the key `canonical`
 */
async function listElsewhere(file: string, isCanonical: boolean): Promise<void> {
  const [subject, name] = basename(dirname(file)) === 'law' ? ['physics', 'Physics'] : ['law', 'Law'];
  const copy = join(dirname(file), '..', subject, basename(file));
  await change(file, ({ keys }) => void keys.delete('canonical'));
  await writeFile(copy, await readFile(file));
  await change(copy, (question) => {
    question.keys.set('subject', name);
    renameTo(question, copy);
    if (isCanonical) question.keys.set('canonical', addressOf(copy));
  });
}

/** The question files of all subjects, in an order that does not depend on the file system. */
async function questionFiles(content: string): Promise<string[]> {
  const paths = await readdir(content, { recursive: true });
  return paths
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => join(content, path));
}

function addressOf(file: string): string {
  return questionPath(basename(dirname(file)), basename(file, '.md'));
}

/** A question file for editing. */
interface Question {
  keys: Document;
  body: string;
}

/** Rewrites a question file if an edit changes it. */
async function change(file: string, edit: (question: Question) => void): Promise<void> {
  const [, keys, body] = /^---\n([^]*?)\n---\n([^]*)$/.exec(await readFile(file, 'utf8')) ?? [];
  if (keys === undefined || body === undefined) throw new Error(`${file} has no front matter.`);
  const question = { keys: parseDocument(keys), body };
  const before = textOf(question);
  edit(question);
  const after = textOf(question);
  if (after !== before) await writeFile(file, after);
}

function textOf({ keys, body }: Question): string {
  return `---\n${keys.toString()}---\n${body}`;
}

function retitle({ keys }: Question, number: number): void {
  // Files of the source library repeat the title.
  for (const key of ['title', 'article_title', 'question']) {
    if (key === 'title' || keys.has(key)) keys.set(key, `Question number ${number}?`);
  }
}

function renameTo({ keys }: Question, file: string): void {
  if (keys.has('file_name')) keys.set('file_name', basename(file));
  if (keys.has('url')) keys.set('url', addressOf(file));
}

/** Removes references to another question: related articles, and links, which then lead to its subject. */
function forget(question: Question, other: string): void {
  const { keys } = question;
  const address = addressOf(other);
  for (let number = 1; number <= mostRelated; number += 1) {
    if (keys.getIn([`related_article${number}`, 'url']) === address) keys.delete(`related_article${number}`);
  }
  if (keys.get('canonical') === address) keys.delete('canonical');
  const links = new RegExp(`${address}(?!${slugCharacter})`, 'g');
  const subject = dirname(dirname(address));
  question.body = question.body.replace(links, subject);
  const answer = keys.get('answer');
  if (typeof answer === 'string') keys.set('answer', answer.replace(links, subject));
}

async function replaceIn(file: string, pattern: RegExp, replacement: string): Promise<void> {
  await writeFile(file, (await readFile(file, 'utf8')).replace(pattern, replacement));
}
