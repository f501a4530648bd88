/** The first position in a sorted list at which `isPast` is true, or the length of the list. */
export function firstPosition<Item>(
  sorted: { readonly length: number; readonly [place: number]: Item },
  isPast: (item: Item) => boolean,
): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const item = sorted[middle];
    if (item !== undefined && isPast(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
