/**
 * Appends items to a list of any length. `list.push(...items)` throws a RangeError for about 100,000 items,
 * because each one is an argument on the call stack.
 */
export function addAll<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}
