/** Questions on a list page. */
export const pageSize = 50;

/** One page of a subject's archive. */
export interface ArchivePage<Item> {
  /** From 1, the oldest questions. */
  number: number;
  /** Newest first. */
  items: readonly Item[];
  /** Position of the page's oldest and newest question in order of publication, from 1. */
  from: number;
  to: number;
}

/**
 * Cuts a list into pages that stay as they are: page 1 holds the first fifty ever published, and so on, so that a new
 * question changes only the last page. A list that fits on the subject's own page, which always shows the newest
 * fifty, has no archive.
 *
 * @param newestFirst the whole list
 */
export function archivePages<Item>(newestFirst: readonly Item[]): ArchivePage<Item>[] {
  const total = newestFirst.length;
  if (total <= pageSize) return [];
  return Array.from({ length: Math.ceil(total / pageSize) }, (_, index) => {
    const from = index * pageSize;
    const to = Math.min(from + pageSize, total);
    return { number: index + 1, items: newestFirst.slice(total - to, total - from), from: from + 1, to };
  });
}
