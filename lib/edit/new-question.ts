import { stringify } from 'yaml';

import type { Catalogue } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import { findSubject, subjectValue, type SubjectNames } from '@/lib/catalogue/subjects';
import { nearestWord } from '@/lib/nearest-word';
import { isSlug, questionPath, slugRule } from '@/lib/site';
import { subjectSlugs } from '@/lib/source/article';
import { UserError } from '@/lib/user-error';
import { alikeQuestions, askedAbout, likenessOfQuestions } from './alike-questions';
import { freeId } from './free-id';
import { freeSlug, slugOf } from './slug';
import { template } from './template';

/** A question file before it is written. */
export interface Draft {
  address: string;
  /** Path of the file within the content folder. */
  path: string;
  text: string;
  /** Existing questions that may ask the same, the most similar first. */
  alike: Entry[];
}

/** Input for a draft. */
export interface Wanted {
  question: string;
  /** Name or slug of a subject. */
  subject: string;
  today: string;
  slug?: string | undefined;
  /** Accepts a subject that has no questions yet, even if another one has a similar name. */
  anyway?: boolean;
}

/** Number of similar questions to show. */
const shownAlike = 3;

/**
 * Drafts a file for a question with a free id. The file is valid once the text of its template is replaced.
 *
 * @param wanted.today YYYY-MM-DD
 * @param wanted.slug replaces the slug derived from the question
 * @throws UserError if no address can be derived from the question, if the address is taken, or if
 *   `subjects.yaml` does not contain the subject; without `subjects.yaml`, if the subject looks misspelled
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
      meant === undefined
        ? `Choose one of ${list.join(', ')}`
        : `Did you mean "${meant}"? Write the name in full`;
    throw new UserError(`"${subject}" is not a subject of subjects.yaml. ${remedy}, or add it there.`);
  }
  if (!hasNames && !known && !anyway) {
    const meant = nearestWord(
      subject,
      catalogue.subjects.map(({ name }) => name),
    );
    if (meant !== undefined) {
      throw new UserError(
        `No question has the subject "${subject}". Did you mean "${meant}"? Write the name in full, or run the command again with --anyway.`,
      );
    }
  }
  const slug = wantedSlug ?? slugOf(question);
  if (slug === '') {
    throw new UserError(
      'No address can be derived from the words of this question: give one in English words, as in --slug why-is-the-sky-blue.',
    );
  }
  if (!isSlug(slug)) throw new UserError(`--slug must be ${slugRule}, found "${slug}".`);
  const address = questionPath(folder, slug);
  const isTaken = (other: string) => catalogue.find(questionPath(folder, other)) !== undefined;
  if (isTaken(slug)) {
    throw new UserError(
      `There is already a question at ${address}. If yours is a different one, run the command again with another slug, such as --slug ${freeSlug(slug, isTaken)}.`,
    );
  }
  const id = freeId(catalogue.entries.map((entry) => entry.id));
  return {
    address,
    path: `${folder}/${slug}.md`,
    text: write({ id, date: today, title: question, subject: subjectValue(folder, known?.name ?? subject) }),
    alike: findAlike(question, catalogue),
  };
}

/** Existing questions that may ask the same, the most similar first. */
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
  // The YAML library quotes values that would otherwise be read as another type, such as dates.
  return `---\n${stringify(frontMatter, { lineWidth: 0 })}---\n\n${template.answer.join('\n\n')}\n`;
}
