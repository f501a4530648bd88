import { stringify } from 'yaml';

import type { Catalogue } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import { words } from '@/lib/catalogue/nearest';
import { findSubject, type SubjectNames } from '@/lib/catalogue/subjects';
import { limits } from '@/lib/limits';
import { questionPath } from '@/lib/site';
import { subjectSlugs } from '@/lib/source/article';
import { UserError } from '@/lib/user-error';

/** A question that is about to be written. */
export interface Draft {
  address: string;
  /** Where its file goes within the content folder. */
  path: string;
  text: string;
  /** Questions that may ask the same, the likest first. */
  alike: Entry[];
}

/** Share of the words of two questions from which they may be one. */
const alikeTitles = 0.6;

const littleWords = new Set(
  'a an and are by do does for how in is it of on or the to what when why with'.split(' '),
);

/**
 * Makes a valid file for a question, with the next free id.
 *
 * @param today YYYY-MM-DD
 * @throws UserError for a question without words, or a subject that `subjects.yaml` does not have
 */
export function draftQuestion(
  { question, subject, today }: { question: string; subject: string; today: string },
  catalogue: Catalogue,
  names: SubjectNames,
): Draft {
  const hasNames = Object.keys(names).length > 0;
  const find = (slug: string) => (hasNames ? findSubject(names, slug) : catalogue.subject(slug));
  const [tidy, ofSource] = subjectSlugs(subject);
  const folder = find(tidy) ? tidy : find(ofSource) ? ofSource : tidy;
  const known = find(folder);
  if (hasNames && !known) {
    const list = Object.values(names).map(({ name }) => name);
    throw new UserError(
      `"${subject}" is not a subject of subjects.yaml. Choose one of ${list.join(', ')}, or add it there.`,
    );
  }
  const slug = slugOf(question);
  if (slug === '') throw new UserError('The question has no letters or digits to make an address of.');
  const address = questionPath(folder, slug);
  if (catalogue.find(address)) throw new UserError(`There is a question at ${address} already.`);
  const id = catalogue.entries.reduce((highest, entry) => Math.max(highest, entry.id), 0) + 1;
  return {
    address,
    path: `${folder}/${slug}.md`,
    text: write({ id, date: today, title: question, subject: known?.name ?? subject }),
    alike: findAlike(question, catalogue),
  };
}

/** The words of a question as an address: shortened to whole words where it would be too long. */
export function slugOf(question: string): string {
  const parts = question
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/[a-z0-9]+/g);
  let slug = '';
  for (const part of parts ?? []) {
    const longer = slug === '' ? part : `${slug}-${part}`;
    if (longer.length > limits.slugLength) break;
    slug = longer;
  }
  return slug;
}

function findAlike(question: string, { questions }: Catalogue): Entry[] {
  const asked = titleWords(question);
  return questions
    .map((entry) => ({ entry, share: commonShare(asked, titleWords(entry.title)) }))
    .filter(({ share }) => share >= alikeTitles)
    .sort((a, b) => b.share - a.share)
    .map(({ entry }) => entry);
}

function titleWords(title: string): Set<string> {
  return new Set(words(title).filter((word) => !littleWords.has(word)));
}

function commonShare(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length;
  return common / Math.max(1, a.size + b.size - common);
}

function write(data: { id: number; date: string; title: string; subject: string }): string {
  const frontMatter = {
    ...data,
    seo: {
      page_description:
        'One sentence of 110 to 160 characters that tells a reader of search results what this page answers.',
      page_keywords: 'two or three, topics',
    },
  };
  // A plain scalar that looks like a date is one; nothing here may be taken for anything but text.
  return `---\n${stringify(frontMatter, { lineWidth: 0 })}---\n\nThe first paragraph answers the question by itself, in two to four sentences. Replace this text with yours.\n\n## Why it is so\n\nDetails follow, under headings that begin with two number signs. Most questions are served by 250 to 700 words.\n`;
}
