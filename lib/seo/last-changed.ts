import type { ChangedDays } from '@/lib/catalogue/changed-days';
import type { Entry } from '@/lib/catalogue/entry';

/**
 * The day (YYYY-MM-DD) of the last change of a question: that of its file, but not before its publication,
 * for which an editor may set a later day.
 */
export function lastChanged({ date }: Entry, changedDay: string | undefined): string {
  return changedDay !== undefined && changedDay > date ? changedDay : date;
}

/** The newest change of the given questions; undefined if there are none. */
export function newestChange(entries: readonly Entry[], changedDays: ChangedDays): string | undefined {
  return newestDay(entries.map((entry) => lastChanged(entry, changedDays.get(entry.path))));
}

/** The newest of some days (YYYY-MM-DD); undefined if none is known. */
export function newestDay(days: readonly (string | undefined)[]): string | undefined {
  let newest: string | undefined;
  for (const day of days) if (day !== undefined && (newest === undefined || day > newest)) newest = day;
  return newest;
}
