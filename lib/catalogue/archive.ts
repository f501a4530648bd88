/** Number of questions on a list page. */
export const pageSize = 50;

/** One page of a subject's archive. */
export interface ArchivePage<Item> {
  /** Counted from 1, the page with the oldest questions. */
  number: number;
  /** Newest first. */
  items: readonly Item[];
  /** Positions of the page's oldest and newest question in order of publication, counted from 1. */
  from: number;
  to: number;
}

/**
 * Divides a list into archive pages whose contents do not change later: page 1 holds the first fifty items
 * ever published, page 2 the next fifty, and so on. A new item changes only the last page. A list that fits
 * on the subject's own page, which shows the newest fifty, has no archive pages.
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
