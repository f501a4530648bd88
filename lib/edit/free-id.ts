import { limits } from '@/lib/limits';

/** An unused id: the highest one plus one or, above the limit, the lowest unused one. */
export function freeId(taken: Iterable<number>): number {
  const ids = new Set(taken);
  const above = [...ids].reduce((highest, id) => Math.max(highest, id), 0) + 1;
  if (above <= limits.id) return above;
  let lowest = 1;
  while (ids.has(lowest)) lowest += 1;
  return lowest;
}
