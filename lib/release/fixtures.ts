import { groupBy } from '@/lib/group-by';
import type { Manifest } from './manifest';
import { partOf, record, type Made, type SubjectKeys } from './part';

/** A manifest for tests, in memory: of files that lead nowhere. */
export function manifestWith(
  files: readonly Pick<Made, 'path' | 'key' | 'stamp'>[],
  keys: ReadonlyMap<string, SubjectKeys> = new Map(),
): Manifest {
  const recorded = files.map((file) => [file.path, record({ ...file, size: 1 }, [])] as const);
  const parts = groupBy(recorded, ([path]) => partOf(path));
  return {
    names: [...parts.keys()],
    part: (name) => ({ files: new Map(parts.get(name)), addresses: [] }),
    keysOf: (name) => keys.get(name),
    fileOf: (name) => name,
  };
}
