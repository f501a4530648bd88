import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Catalogue } from '@/lib/catalogue/catalogue';
import { listContent } from '@/lib/catalogue/content-folder';
import { addRedirects, redirectsFile } from '@/lib/catalogue/redirects';
import { findSubject, type SubjectNames } from '@/lib/catalogue/subjects';
import { limits } from '@/lib/limits';
import { parseQuestionPath, questionPath } from '@/lib/site';
import { unlessMissing } from '@/lib/system-error';
import { UserError } from '@/lib/user-error';

/** Everything that a move changes; nothing is written yet. Paths are within the content folder. */
export interface Move {
  from: string;
  to: string;
  /** New texts of files, the moved one's at its new path. */
  writes: Map<string, string>;
  /** The moved file's old path. */
  remove: string;
}

/**
 * Plans the move of a question to another address: its file, its own keys, every reference in other files, and the
 * redirect.
 *
 * @param oldName,newName addresses, or slugs; a new slug stays in the old one's subject
 * @throws UserError when there is no such question, or the new address is taken or none
 */
export async function planMove(
  folder: string,
  { oldName, newName }: { oldName: string; newName: string },
  catalogue: Catalogue,
  names: SubjectNames,
): Promise<Move> {
  const entry = findByName(oldName, catalogue);
  const target = parseQuestionPath(
    newName.includes('/') ? newName : questionPath(entry.subject.slug, newName),
  );
  if (!target || target.slug.length > limits.slugLength) {
    throw new UserError(`"${newName}" is no address: write /learn/<subject>/questions/<slug>, or a slug.`);
  }
  const to = questionPath(target.subject, target.slug);
  if (catalogue.find(to)) throw new UserError(`There is a question at ${to} already.`);
  const subject = findSubject(names, target.subject)?.name ?? catalogue.subject(target.subject)?.name;
  if (subject === undefined) throw new UserError(`There is no subject "${target.subject}".`);

  const from = entry.address;
  const newPath = `${target.subject}/${target.slug}.md`;
  const writes = new Map<string, string>();
  for (const path of (await listContent(folder)).paths) {
    const text = await readFile(join(folder, path), 'utf8');
    const replaced = replaceAddress(text, from, to);
    if (path === entry.path) {
      writes.set(newPath, renameKeys(replaced, target.slug, subject));
    } else if (replaced !== text) {
      writes.set(path, replaced);
    }
  }
  const redirects = (await unlessMissing(readFile(join(folder, redirectsFile), 'utf8'))) ?? '';
  writes.set(redirectsFile, addRedirects(redirects, new Map([[from, to]])));
  return { from, to, writes, remove: entry.path };
}

function findByName(name: string, catalogue: Catalogue) {
  const found = name.includes('/')
    ? [catalogue.find(name)].filter((entry) => entry !== undefined)
    : catalogue.entries.filter(({ slug }) => slug === name.replace(/\.md$/, ''));
  const [entry] = found;
  if (!entry) throw new UserError(`There is no question "${name}".`);
  if (found.length > 1) {
    throw new UserError(
      `Several questions are called "${name}": ${found.map(({ address }) => address).join(', ')}.`,
    );
  }
  return entry;
}

/** Only whole addresses: one may begin with another. */
function replaceAddress(text: string, from: string, to: string): string {
  return text.replace(new RegExp(`${from}(?![a-z0-9-])`, 'g'), to);
}

/** The keys that say where the file is; a scalar may stand on the next line. */
function renameKeys(text: string, slug: string, subject: string): string {
  return text
    .replace(/^(file_name: *(?:>-\s+)?).+$/m, `$1${slug}.md`)
    .replace(/^(subject: *(?:>-\s+)?).+$/m, `$1${subject}`);
}
