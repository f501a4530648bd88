import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Catalogue } from '@/lib/catalogue/catalogue';
import { listContent } from '@/lib/catalogue/content-folder';
import type { Entry } from '@/lib/catalogue/entry';
import { addRedirects, redirectsFile } from '@/lib/catalogue/redirects';
import { findSubject, type SubjectNames } from '@/lib/catalogue/subjects';
import { nearestWord } from '@/lib/nearest-word';
import { parseQuestionPath, questionPath, slugCharacter } from '@/lib/site';
import { unlessMissing } from '@/lib/system-error';
import { UserError } from '@/lib/user-error';

/** Everything that a move changes; nothing is written yet. Paths are within the content folder. */
export interface Move {
  /** New addresses by the old ones: several where a question in several subjects gets another slug. */
  moved: Map<string, string>;
  /** New texts of files, the moved ones' at their new paths. */
  writes: Map<string, string>;
  /** The old paths of the moved files. */
  remove: string[];
}

/** A file and where it goes. */
interface Step {
  entry: Entry;
  subject: string;
  slug: string;
  to: string;
}

/**
 * Plans the move of a question to another address: its file, its own keys, every reference in other files, and the
 * redirect. Files of one question have one slug: a new slug renames the question in all its subjects, a new subject moves
 * the named file alone.
 *
 * @param oldName,newName addresses, or slugs; a new slug stays in the old one's subject
 * @throws UserError when there is no such question, or a new address is taken or none
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
    throw new UserError(`"${newName}" is no address: write /learn/<subject>/questions/<slug>, or a slug.`);
  }
  if (findName(target.subject, catalogue, names) === undefined) {
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
  if (taken) throw new UserError(`There is a question at ${taken.to} already.`);
  if (new Set(moved.values()).size < moved.size) {
    throw new UserError(`The question stands in "${target.subject}" already: move it there by a slug.`);
  }

  const writes = new Map<string, string>();
  const byPath = new Map(steps.map((one) => [one.entry.path, one]));
  for (const path of (await listContent(folder)).paths) {
    const text = await readFile(join(folder, path), 'utf8');
    const replaced = replaceAddresses(text, moved);
    const own = byPath.get(path);
    if (own) {
      const name = findName(own.subject, catalogue, names) ?? own.entry.subject.name;
      writes.set(`${own.subject}/${own.slug}.md`, renameKeys(replaced, own.slug, name));
    } else if (replaced !== text) {
      writes.set(path, replaced);
    }
  }
  const redirects = (await unlessMissing(readFile(join(folder, redirectsFile), 'utf8'))) ?? '';
  writes.set(redirectsFile, addRedirects(redirects, moved));
  return { moved, writes, remove: [...byPath.keys()] };
}

/** The name of a subject that there is. */
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
  // A slug is enough where all that have it get another.
  const isOne = found.every((other) => catalogue.canonical(other) === catalogue.canonical(entry));
  if (found.length > 1 && !(isOne && !newName.includes('/'))) {
    throw new UserError(
      `Several pages are called "${name}": ${found.map(({ address }) => address).join(', ')}. Write the address of one.`,
    );
  }
  return entry;
}

function suggest(found: string, known: Iterable<string>): string {
  const meant = nearestWord(found, known, 0.2);
  return meant === undefined ? '' : ` Did you mean "${meant}"?`;
}

/** Only whole addresses: one may begin with another. */
function replaceAddresses(text: string, moved: ReadonlyMap<string, string>): string {
  const addresses = [...moved.keys()].join('|');
  return text.replace(
    new RegExp(`(?:${addresses})(?!${slugCharacter})`, 'g'),
    (address) => moved.get(address) ?? address,
  );
}

/** The keys that say where the file is; a scalar may stand on the next line. */
function renameKeys(text: string, slug: string, subject: string): string {
  return text
    .replace(/^(file_name: *(?:>-\s+)?).+$/m, (_, key: string) => `${key}${slug}.md`)
    .replace(/^(subject: *(?:>-\s+)?).+$/m, (_, key: string) => key + subject);
}
