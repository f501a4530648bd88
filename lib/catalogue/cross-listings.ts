import { groupBy, groupRepeated } from '@/lib/group-by';
import type { Entry } from './entry';

/**
 * Finds the questions in several subjects. Files with the same id and the same slug in several subject
 * folders are one question.
 *
 * @param entryOf the entry of an item
 * @returns for each such question its items by subject slug, in alphabetical order
 */
export function crossListed<Item extends object>(
  items: readonly Item[],
  entryOf: (item: Item) => Entry,
): Item[][] {
  const subjectOf = (item: Item) => entryOf(item).subject.slug;
  return [...groupRepeated(items, (item) => entryOf(item).id).values()].flatMap((claimants) =>
    [...groupBy(claimants, (item) => entryOf(item).slug).values()]
      .filter((members) => new Set(members.map(subjectOf)).size > 1)
      .map((members) => members.sort((a, b) => (subjectOf(a) < subjectOf(b) ? -1 : 1))),
  );
}

/**
 * The entries of a question, the canonical one first: the one that the key `canonical` of a file names or, if
 * no file names one, the one whose subject slug is first in alphabetical order.
 *
 * @param members of one question, as returned by {@link crossListed}
 */
export function canonicalFirst(members: readonly Entry[]): Entry[] {
  const addresses = new Set(members.map(({ address }) => address));
  const chosen = members.find(
    ({ canonical }) => canonical !== undefined && addresses.has(canonical),
  )?.canonical;
  return members.toSorted((a, b) => Number(b.address === chosen) - Number(a.address === chosen));
}
