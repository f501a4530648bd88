import type { Catalogue, Subject } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';

/** A question as a link to it shows it. */
export type QuestionLink = Pick<Entry, 'address' | 'title'>;

/** A question as a list shows it. */
export interface ListedQuestion extends QuestionLink, Pick<Entry, 'date' | 'dateFormat'> {
  /** Where a list mixes subjects, so that each question says which is its own. */
  subject: Pick<Subject, 'name' | 'accent'> | undefined;
}

/** A question as a card shows it. */
export interface QuestionCard extends QuestionLink {
  subject: Pick<Subject, 'name' | 'accent'>;
}

export function linkOf({ address, title }: Entry): QuestionLink {
  return { address, title };
}

export function cardOf({ address, title }: Entry, { name, accent }: Subject): QuestionCard {
  return { address, title, subject: { name, accent } };
}

/** Questions of one subject as its lists show them. */
export function listOf(entries: readonly Entry[]): ListedQuestion[] {
  return entries.map((entry) => listed(entry, undefined));
}

/** Questions of several subjects as a list shows them. */
export function mixedListOf(entries: readonly Entry[], catalogue: Catalogue): ListedQuestion[] {
  return entries.map((entry) => listed(entry, catalogue.subjectOf(entry)));
}

function listed({ address, title, date, dateFormat }: Entry, subject: Subject | undefined): ListedQuestion {
  return {
    address,
    title,
    date,
    dateFormat,
    subject: subject && { name: subject.name, accent: subject.accent },
  };
}
