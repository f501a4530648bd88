import { limits } from '@/lib/limits';

/** An id that no question has: the one above the highest, or where there is none above it, the lowest. */
export function freeId(taken: Iterable<number>): number {
  const ids = new Set(taken);
  const above = [...ids].reduce((highest, id) => Math.max(highest, id), 0) + 1;
  if (above <= limits.id) return above;
  let lowest = 1;
  while (ids.has(lowest)) lowest += 1;
  return lowest;
}
