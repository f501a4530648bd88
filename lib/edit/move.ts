import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { stringify } from 'yaml';

import type { Catalogue } from '@/lib/catalogue/catalogue';
import { listContent } from '@/lib/catalogue/content-folder';
import type { Entry } from '@/lib/catalogue/entry';
import { addRedirects, redirectsFile } from '@/lib/catalogue/redirects';
import { findSubject, subjectValue, type SubjectNames } from '@/lib/catalogue/subjects';
import { nearestWord } from '@/lib/nearest-word';
import { parseQuestionPath, questionPath, slugCharacter } from '@/lib/site';
import { unlessMissing } from '@/lib/system-error';
import { UserError } from '@/lib/user-error';

/** All changes of a move, before anything is written. Paths are within the content folder. */
export interface Move {
  /** New addresses by old ones; several if a question in several subjects gets another slug. */
  moved: Map<string, string>;
  /** New contents of files; moved files have their new paths. */
  writes: Map<string, string>;
  /** Old paths of the moved files. */
  remove: string[];
}

/** A file and its target. */
interface Step {
  entry: Entry;
  subject: string;
  slug: string;
  to: string;
}

/**
 * Plans the move of a question to another address: its file, its own keys, every reference in other files,
 * and the redirect. All files of one question have the same slug. A new slug renames the question in all its
 * subjects; a new subject moves only the named file.
 *
 * @param oldName,newName addresses or slugs; a new slug keeps the subject
 * @throws UserError if there is no such question, or if the new address is taken or invalid
 */
export async function planMove(
  folder: string,
  { oldName, newName }: { oldName: string; newName: string },
  catalogue: Catalogue,
  names: SubjectNames,
): Promise<Move> {
  const entry = findByName(oldName, newName, catalogue);
  const target = parseQuestionPath(
    newName.includes('/') ? newName : questionPath(entry.subject.slug, newName),
  );
  if (!target) {
    throw new UserError(
      `"${newName}" is not an address: write /learn/<subject>/questions/<slug>, or a slug.`,
    );
  }
  const name = findName(target.subject, catalogue, names);
  if (name === undefined) {
    const known = new Set([...Object.keys(names), ...catalogue.subjects.map(({ slug }) => slug)]);
    throw new UserError(`There is no subject "${target.subject}".${suggest(target.subject, known)}`);
  }
  const others = target.slug === entry.slug ? [] : catalogue.alsoAt(entry);
  const step = (moving: Entry, subject: string): Step => {
    return { entry: moving, subject, slug: target.slug, to: questionPath(subject, target.slug) };
  };
  const steps = [step(entry, target.subject), ...others.map((other) => step(other, other.subject.slug))];
  const moved = new Map(steps.map(({ entry: { address }, to }) => [address, to]));
  const taken = steps.find(({ to }) => catalogue.find(to));
  if (taken) throw new UserError(`${taken.to} is already the address of another question.`);
  if (new Set(moved.values()).size < moved.size) {
    throw new UserError(`The question is already in "${target.subject}": give only a new slug.`);
  }

  const writes = new Map<string, string>();
  const byPath = new Map(steps.map((one) => [one.entry.path, one]));
  for (const path of listContent(folder).paths) {
    const text = await readFile(join(folder, path), 'utf8');
    const replaced = replaceAddresses(text, moved);
    const own = byPath.get(path);
    if (own) {
      const renamed = renameFile(replaced, own.slug);
      // A file that stays in its folder keeps the spelling of its subject.
      const isMoved = own.subject !== own.entry.subject.slug;
      writes.set(
        `${own.subject}/${own.slug}.md`,
        isMoved ? renameSubject(renamed, subjectValue(own.subject, name)) : renamed,
      );
    } else if (replaced !== text) {
      writes.set(path, replaced);
    }
  }
  const redirects = (await unlessMissing(readFile(join(folder, redirectsFile), 'utf8'))) ?? '';
  writes.set(redirectsFile, addRedirects(redirects, moved));
  return { moved, writes, remove: [...byPath.keys()] };
}

/** The name of an existing subject. */
function findName(subject: string, catalogue: Catalogue, names: SubjectNames): string | undefined {
  return findSubject(names, subject)?.name ?? catalogue.subject(subject)?.name;
}

function findByName(name: string, newName: string, catalogue: Catalogue): Entry {
  const found = name.includes('/')
    ? [catalogue.find(name)].filter((entry) => entry !== undefined)
    : catalogue.entries.filter(({ slug }) => slug === name.replace(/\.md$/, ''));
  const [entry] = found;
  if (!entry) {
    const known = catalogue.entries.map(({ address, slug }) => (name.includes('/') ? address : slug));
    throw new UserError(`There is no question "${name}".${suggest(name, known)}`);
  }
  // A slug is enough if all pages with this slug are renamed.
  const isOne = found.every((other) => catalogue.canonical(other) === catalogue.canonical(entry));
  if (found.length > 1 && !(isOne && !newName.includes('/'))) {
    throw new UserError(
      `Several pages have the slug "${name}": ${found.map(({ address }) => address).join(', ')}. Write the address of one of them.`,
    );
  }
  return entry;
}

function suggest(found: string, known: Iterable<string>): string {
  const meant = nearestWord(found, known, 0.2);
  return meant === undefined ? '' : ` Did you mean "${meant}"?`;
}

/** Replaces whole addresses only, because one address may be the beginning of another. */
function replaceAddresses(text: string, moved: ReadonlyMap<string, string>): string {
  const addresses = [...moved.keys()].join('|');
  return text.replace(
    new RegExp(`(?:${addresses})(?!${slugCharacter})`, 'g'),
    (address) => moved.get(address) ?? address,
  );
}

/** Updates the key with the name of the file. The value may be on the next line. */
function renameFile(text: string, slug: string): string {
  return text.replace(/^(file_name: *(?:>-\s+)?).+$/m, (_, key: string) => `${key}${slug}.md`);
}

/** Updates the key with the subject. On the next line, YAML gives no character of the value a meaning. */
function renameSubject(text: string, subject: string): string {
  return text.replace(/^(subject: *)(>-\s+)?.+$/m, (_, key: string, block?: string) =>
    block === undefined ? key + stringify(subject, { lineWidth: 0 }).trimEnd() : key + block + subject,
  );
}
