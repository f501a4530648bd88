import type { Catalogue } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import { groupBy } from '@/lib/group-by';
import { cardFilePath } from '@/lib/site';
import { cardFileNumber } from './cards';
import type { Deck } from './deck';

/** The deck of each subject, by its slug. */
export function decksOf(catalogue: Catalogue): Map<string, Deck> {
  return new Map(
    catalogue.subjects.map(({ slug }) => {
      const ids = new Set(catalogue.inSubject(slug).map(({ id }) => id));
      return [slug, [...ids].sort((a, b) => a - b)];
    }),
  );
}

/** The questions of each card file by its address, without duplicates and in the order of their ids. */
export function cardFilesOf({ questions }: Catalogue): Map<string, Entry[]> {
  const groups = groupBy(questions, ({ id }) => cardFileNumber(id));
  return new Map(
    [...groups].map(([number, group]) => [cardFilePath(number), group.sort((a, b) => a.id - b.id)]),
  );
}
