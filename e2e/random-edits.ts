import { appendFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import fc from 'fast-check';

import { questionPath, slugCharacter } from '@/lib/site';
import type { TemporaryLibrary } from './temporary-library';

/** What an editor, or who keeps the code, may do between two releases. */
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

/** An edit of a library, not yet done. */
export interface Edit {
  kind: (typeof kinds)[number];
  /** Which file, of as many as there are. */
  place: number;
  /** Goes into texts, names and numbers; no other edit has the same. */
  number: number;
}

/** Edits of every kind in an order that the seed decides, and whose files it decides too. */
export function randomEdits(seed: number, count: number): Edit[] {
  const edit = fc.record({ kind: fc.constantFrom(...kinds), place: fc.nat(1000) });
  const every = fc.shuffledSubarray([...kinds], { minLength: kinds.length });
  const [order = []] = fc.sample(every, { seed, numRuns: 1 });
  return fc
    .sample(edit, { seed, numRuns: count })
    .map(({ kind, place }, index) => ({ kind: order[index] ?? kind, place, number: index + 1 }));
}

/** Does an edit. */
export async function apply(library: TemporaryLibrary, { kind, place, number }: Edit): Promise<void> {
  if (kind === 'template') {
    // The site's address is on every page, as code is.
    library.siteUrl = `https://site-${number}.example`;
    return;
  }
  if (kind === 'subject') {
    const file = join(library.folder, 'content/subjects.yaml');
    await replaceIn(file, /^( *name: Law).*$/m, `$1 ${number}`);
    return;
  }
  const files = [...(await library.files('law')), ...(await library.files('physics'))].sort();
  const file = files[place % files.length] ?? '';
  const redirects = join(library.folder, 'content/redirects.yaml');
  const [title, slug] = [`title: "Question number ${number}?"`, `question-number-${number}.md`];
  switch (kind) {
    case 'answer':
      await writeFile(file, `${await readFile(file, 'utf8')}\nLine ${number}, with $x^{${number}}$.\n`);
      break;
    case 'title':
      await replaceIn(file, /^title: .*$/m, title);
      break;
    case 'add': {
      const text = (await readFile(file, 'utf8'))
        .replace(/^canonical: .*\n/m, '')
        .replace(/^id: \d+$/m, `id: ${900_000 + number}`);
      await writeFile(join(dirname(file), slug), text.replace(/^title: .*$/m, title));
      break;
    }
    case 'list':
      await listElsewhere(file, number % 2 === 0);
      break;
    case 'redirect': {
      const to = questionPath(basename(dirname(file)), basename(file, '.md'));
      await appendFile(redirects, `${questionPath('law', `once-number-${number}`)}: ${to}\n`);
      break;
    }
    case 'move':
    case 'remove':
      // An answer or an editor's choice may lead to it.
      for (const other of files) await forget(other, basename(file, '.md'));
      await appendFile(redirects, '');
      await replaceIn(redirects, new RegExp(`^.*/questions/${basename(file, '.md')}\n`, 'gm'), '');
      if (kind === 'remove') await rm(file);
      // A question in several subjects has one name in all of them.
      else for (const copy of copiesOf(file, files)) await rename(copy, join(dirname(copy), slug));
  }
}

function copiesOf(file: string, files: readonly string[]): string[] {
  return files.filter((other) => basename(other) === basename(file));
}

/**
 * Puts a question into the other subject as well.
 *
 * @param isCanonical whether the new file shall be the canonical one, whatever the alphabet says
 */
async function listElsewhere(file: string, isCanonical: boolean): Promise<void> {
  const [subject, name] = basename(dirname(file)) === 'law' ? ['physics', 'Physics'] : ['law', 'Law'];
  await replaceIn(file, /^canonical: .*\n/m, '');
  const canonical = isCanonical ? `canonical: ${questionPath(subject, basename(file, '.md'))}\n` : '';
  const text = (await readFile(file, 'utf8'))
    .replace(/^subject: .*$/m, `subject: ${name}`)
    .replace(/^url: .*\n/m, '')
    .replace(/^id: /m, `${canonical}id: `);
  await writeFile(join(dirname(file), '..', subject, basename(file)), text);
}

/** Takes what leads to a question out of a file. */
async function forget(file: string, slug: string): Promise<void> {
  const address = `/questions/${slug}(?!${slugCharacter})`;
  await replaceIn(file, new RegExp(`^canonical: \\S*${address}\\n`, 'gm'), '');
  await replaceIn(file, new RegExp(`^related_article\\d+:\\n +url: \\S*${address}\\n`, 'gm'), '');
  // A link leads to the subject then.
  await replaceIn(file, new RegExp(address, 'g'), '');
}

async function replaceIn(file: string, pattern: RegExp, replacement: string): Promise<void> {
  await writeFile(file, (await readFile(file, 'utf8')).replace(pattern, replacement));
}
