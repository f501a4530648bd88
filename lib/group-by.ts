/** Groups items by key, in order of first appearance. (`Map.groupBy` needs Node 21.) */
export function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Like {@link groupBy}, but only for keys that several items have. */
export function groupRepeated<Item extends object, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): Map<Key, Item[]> {
  const firsts = new Map<Key, Item>();
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const first = firsts.get(key);
    const group = groups.get(key);
    if (!first) firsts.set(key, item);
    else if (group) group.push(item);
    else groups.set(key, [first, item]);
  }
  return groups;
}
