import type { ChangedDays } from '@/lib/catalogue/changed-days';
import type { Entry } from '@/lib/catalogue/entry';

/**
 * The day, YYYY-MM-DD, on which a question last became what it is: that of its file's last change, but never before its
 * publication, which an editor may set to a later day.
 */
export function lastChanged({ date }: Entry, changedDay: string | undefined): string {
  return changedDay !== undefined && changedDay > date ? changedDay : date;
}

/**
 * The newest of the days on which some questions were last changed; nothing for no questions.
 *
 * @param entries the newest first
 */
export function newestChange(entries: readonly Entry[], changedDays: ChangedDays): string | undefined {
  let newest = entries[0]?.date;
  if (newest === undefined || changedDays.size === 0) return newest;
  for (const { path } of entries) {
    const day = changedDays.get(path);
    if (day !== undefined && day > newest) newest = day;
  }
  return newest;
}
