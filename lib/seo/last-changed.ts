import type { ChangedDays } from '@/lib/catalogue/changed-days';
import type { Entry } from '@/lib/catalogue/entry';

/**
 * The day, YYYY-MM-DD, on which a question last became what it is: that of its file's last change, but never before its
 * publication, which an editor may set to a later day.
 */
export function lastChanged({ date }: Entry, changedDay: string | undefined): string {
  return changedDay !== undefined && changedDay > date ? changedDay : date;
}

/** The newest of the days on which some questions were last changed; nothing for no questions. */
export function newestChange(entries: Iterable<Entry>, changedDays: ChangedDays): string | undefined {
  let newest: string | undefined;
  for (const entry of entries) {
    const day = lastChanged(entry, changedDays.get(entry.path));
    if (newest === undefined || day > newest) newest = day;
  }
  return newest;
}
