import { useEffect, useMemo } from 'react';
import pMap from 'p-map';

import { findId } from '@/lib/study/find-id';
import { formatSavedIds, parseSavedIds, savedIdsKey } from '@/lib/study/saved-ids';
import { idle } from './idle';
import { filesAtOnce } from './library-files';
import { readText, useStoredText, writeText } from './stored-text';

/** The known ids of saved questions. Unknown ones are looked up when the page is idle. */
export function useSavedIds(saved: readonly string[]): number[] {
  const text = useStoredText(savedIdsKey);
  useEffect(() => {
    // Without a connection, the lookup is repeated later.
    void idle().then(() => findSavedIds(saved).catch(() => undefined));
  }, [saved]);
  return useMemo(() => idsOf(saved, parseSavedIds(text)), [saved, text]);
}

const gone = new Set<string>();

/**
 * The ids of saved questions, without those that the library no longer has. Rejects if they cannot be loaded.
 */
export async function findSavedIds(saved: readonly string[]): Promise<number[]> {
  const known = parseSavedIds(readText(savedIdsKey));
  const found = new Map([...known].filter(([address]) => saved.includes(address)));
  const unknown = saved.filter((address) => !found.has(address) && !gone.has(address));
  await pMap(
    unknown,
    async (address) => {
      const id = await findId(address);
      if (id === undefined) gone.add(address);
      else found.set(address, id);
    },
    { concurrency: filesAtOnce },
  );
  if (unknown.length > 0 || found.size < known.size) writeText(savedIdsKey, formatSavedIds(found));
  return idsOf(saved, found);
}

function idsOf(saved: readonly string[], known: ReadonlyMap<string, number>): number[] {
  return [...new Set(saved.flatMap((address) => known.get(address) ?? []))];
}
