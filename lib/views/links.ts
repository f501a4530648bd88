import { plainLine } from '@/lib/answer/line';
import type { Catalogue, Subject } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';

/** A question as a link to it shows it. */
export interface QuestionLink extends Pick<Entry, 'address' | 'title'> {
  /** Where search engines list the question, if at another address. */
  canonical?: string;
}

/** A question as a list shows it. */
export interface ListedQuestion extends QuestionLink, Pick<Entry, 'date' | 'dateFormat'> {
  /** Where a list mixes subjects, so that each question says which is its own. */
  subject: Pick<Subject, 'name' | 'accent'> | undefined;
}

/** A question as a card shows it. */
export interface QuestionCard extends QuestionLink {
  subject: Pick<Subject, 'name' | 'accent'>;
}

export function linkOf(entry: Entry, catalogue: Catalogue): QuestionLink {
  const { address } = entry;
  const title = plainLine(entry.title);
  const canonical = catalogue.canonical(entry).address;
  return { address, title, ...(canonical !== address && { canonical }) };
}

export function cardOf({ address, title }: Entry, { name, accent }: Subject): QuestionCard {
  return { address, title: plainLine(title), subject: { name, accent } };
}

/** Questions of one subject as its lists show them. */
export function listOf(entries: readonly Entry[], catalogue: Catalogue): ListedQuestion[] {
  return entries.map((entry) => listed(entry, undefined, catalogue));
}

/** Questions of several subjects as a list shows them. */
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
