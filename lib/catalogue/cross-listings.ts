import { groupBy, groupRepeated } from '@/lib/group-by';
import type { Entry } from './entry';

/**
 * The questions that stand in several subjects. Files with one id and one slug in several subject folders are one question.
 *
 * @param entryOf the entry of an item
 * @returns the items of each such question, by the slugs of their subjects in alphabetical order
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
 * The entries of a question, the one at whose address search engines list it first: the one that the key `canonical` of a
 * file names or, where no file names one, the first subject in alphabetical order.
 *
 * @param members of one question, as {@link crossListed} gives them
 */
export function canonicalFirst(members: readonly Entry[]): Entry[] {
  const addresses = new Set(members.map(({ address }) => address));
  const chosen = members.find(
    ({ canonical }) => canonical !== undefined && addresses.has(canonical),
  )?.canonical;
  return members.toSorted((a, b) => Number(b.address === chosen) - Number(a.address === chosen));
}
