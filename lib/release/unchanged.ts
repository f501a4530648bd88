import type { CarriedPart } from './carry';
import type { SubjectKeys } from './part';
import { canUpdateSearchIndex } from './search-index';
import type { ReceivingRelease } from './sort-out';
import { unchangedSubjects } from './subject-keys';

/** Subjects that can be carried over as one, by their slugs. */
export async function findUnchanged(
  { sources: [source] }: ReceivingRelease,
  keys: ReadonlyMap<string, SubjectKeys>,
): Promise<string[]> {
  // An index that has to be made anew needs to know of all questions.
  if (!source?.isWhole || !(await canUpdateSearchIndex(source.folder))) return [];
  return unchangedSubjects(keys, source.manifest);
}

/** @returns what was carried over, by the subjects' slugs; the others are not whole any more */
export async function carryUnchanged(
  { sources: [source], threads, folder, journal }: ReceivingRelease,
  names: readonly string[],
): Promise<Map<string, CarriedPart>> {
  const carried = new Map<string, CarriedPart>();
  if (!source) return carried;
  await Promise.all(
    names.map(async (name) => {
      const part = await threads.carryPart(name, source, folder, journal);
      if (part) carried.set(name, part);
    }),
  );
  return carried;
}
