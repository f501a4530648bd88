import { plainLine } from '@/lib/answer/line';
import type { Catalogue, Subject } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';

/** A question as shown in a link. */
export interface QuestionLink extends Pick<Entry, 'address' | 'title'> {
  /** The question's canonical address, if it is another one. */
  canonical?: string;
}

/** A question as shown in a list. */
export interface ListedQuestion extends QuestionLink, Pick<Entry, 'date' | 'dateFormat'> {
  /** The question's subject, if the list contains several subjects. */
  subject: Pick<Subject, 'name' | 'accent'> | undefined;
}

/** A question as shown on a card. */
export interface RelatedQuestion extends QuestionLink {
  subject: Pick<Subject, 'name' | 'accent'>;
}

export function linkOf(entry: Entry, catalogue: Catalogue): QuestionLink {
  const { address } = entry;
  const title = plainLine(entry.title);
  const canonical = catalogue.canonical(entry).address;
  return { address, title, ...(canonical !== address && { canonical }) };
}

export function relatedQuestionOf({ address, title }: Entry, { name, accent }: Subject): RelatedQuestion {
  return { address, title: plainLine(title), subject: { name, accent } };
}

/** Questions of one subject, for its lists. */
export function listOf(entries: readonly Entry[], catalogue: Catalogue): ListedQuestion[] {
  return entries.map((entry) => listed(entry, undefined, catalogue));
}

/** Questions of several subjects, for a list. */
export function mixedListOf(entries: readonly Entry[], catalogue: Catalogue): ListedQuestion[] {
  return entries.map((entry) => listed(entry, catalogue.subjectOf(entry), catalogue));
}

function listed(entry: Entry, subject: Subject | undefined, catalogue: Catalogue): ListedQuestion {
  return {
    ...linkOf(entry, catalogue),
    date: entry.date,
    dateFormat: entry.dateFormat,
    subject: subject && { name: subject.name, accent: subject.accent },
  };
}
