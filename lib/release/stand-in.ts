/** In place of a parameter; no slug and no page number looks like it. */
export const standIn = '_';

/**
 * Next.js refuses to export a dynamic route that has no page. Such a route gets one page of this name, which is not
 * found, and which a release leaves out.
 */
export function orStandIn<Key extends string>(
  params: Record<Key, string>[],
  keys: readonly Key[],
): Partial<Record<Key, string>>[] {
  if (params.length > 0) return params;
  const one: Partial<Record<Key, string>> = {};
  for (const key of keys) one[key] = standIn;
  return [one];
}
