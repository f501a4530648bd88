import { stringify } from 'yaml';

import type { Catalogue } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import { findSubject, type SubjectNames } from '@/lib/catalogue/subjects';
import { nearestWord } from '@/lib/nearest-word';
import { isSlug, questionPath, slugRule } from '@/lib/site';
import { subjectSlugs } from '@/lib/source/article';
import { UserError } from '@/lib/user-error';
import { alikeQuestions, askedAbout, likenessOfQuestions } from './alike-questions';
import { freeId } from './free-id';
import { freeSlug, slugOf } from './slug';
import { template } from './template';

/** A question that is about to be written. */
export interface Draft {
  address: string;
  /** Where its file goes within the content folder. */
  path: string;
  text: string;
  /** Questions that may ask the same, the likest first. */
  alike: Entry[];
}

/** What is wanted of a draft. */
export interface Wanted {
  question: string;
  /** A name or a slug. */
  subject: string;
  today: string;
  slug?: string | undefined;
  /** Whether the subject is meant as it is written, though it has no question and another one is near. */
  anyway?: boolean;
}

/** Alike questions that are shown. */
const shownAlike = 3;

/**
 * Makes a file for a question, with the next free id, that is valid once its template is replaced.
 *
 * @param wanted.today YYYY-MM-DD
 * @param wanted.slug in place of the one that the question's words make
 * @throws UserError for a question of which no address can be made, an address that is taken, or a subject that
 *   `subjects.yaml` does not have; without that file, one that looks like a mistyped one of the documents
 */
export function draftQuestion(
  { question, subject, today, slug: wantedSlug, anyway = false }: Wanted,
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
    const meant = nearestWord(subject, list);
    const remedy =
      meant === undefined ? `Choose one of ${list.join(', ')}` : `Did you mean "${meant}"? Write it so`;
    throw new UserError(`"${subject}" is not a subject of subjects.yaml. ${remedy}, or add it there.`);
  }
  if (!hasNames && !known && !anyway) {
    const meant = nearestWord(
      subject,
      catalogue.subjects.map(({ name }) => name),
    );
    if (meant !== undefined) {
      throw new UserError(
        `No question has the subject "${subject}". Did you mean "${meant}"? Write it so, or run the command again with --anyway.`,
      );
    }
  }
  const slug = wantedSlug ?? slugOf(question);
  if (slug === '') {
    throw new UserError(
      'No address can be made of the words of this question: name one in English words, as in --slug why-is-the-sky-blue.',
    );
  }
  if (!isSlug(slug)) throw new UserError(`--slug must be ${slugRule}, found "${slug}".`);
  const address = questionPath(folder, slug);
  const isTaken = (other: string) => catalogue.find(questionPath(folder, other)) !== undefined;
  if (isTaken(slug)) {
    throw new UserError(
      `There is a question at ${address} already. If yours is another one, run the command again with a name that tells them apart, such as --slug ${freeSlug(slug, isTaken)}.`,
    );
  }
  const id = freeId(catalogue.entries.map((entry) => entry.id));
  return {
    address,
    path: `${folder}/${slug}.md`,
    text: write({ id, date: today, title: question, subject: known?.name ?? subject }),
    alike: findAlike(question, catalogue),
  };
}

/** The questions that may ask the same, the likest first. */
function findAlike(question: string, { questions }: Catalogue): Entry[] {
  const asked = askedAbout(question);
  return questions
    .map((entry) => ({ entry, likeness: likenessOfQuestions(asked, askedAbout(entry.title)) }))
    .filter(({ likeness }) => likeness >= alikeQuestions)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, shownAlike)
    .map(({ entry }) => entry);
}

function write(data: { id: number; date: string; title: string; subject: string }): string {
  const frontMatter = {
    ...data,
    seo: {
      page_description: template.description,
      page_keywords: template.keywords,
    },
  };
  // A plain scalar that looks like a date is one; nothing here may be taken for anything but text.
  return `---\n${stringify(frontMatter, { lineWidth: 0 })}---\n\n${template.answer.join('\n\n')}\n`;
}
