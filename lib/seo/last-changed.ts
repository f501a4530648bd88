import type { ChangedDays } from '@/lib/catalogue/changed-days';
import type { Entry } from '@/lib/catalogue/entry';

/**
 * The day (YYYY-MM-DD) of the last change of a question: that of its file, but not before its publication,
 * for which an editor may set a later day.
 */
export function lastChanged({ date }: Entry, changedDay: string | undefined): string {
  return changedDay !== undefined && changedDay > date ? changedDay : date;
}

/** The newest change of the given questions; undefined if there are none. @param entries newest first */
export function newestChange(entries: readonly Entry[], changedDays: ChangedDays): string | undefined {
  let newest = entries[0]?.date;
  if (newest === undefined || changedDays.size === 0) return newest;
  for (const { path } of entries) {
    const day = changedDays.get(path);
    if (day !== undefined && day > newest) newest = day;
  }
  return newest;
}
