import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import pMap from 'p-map';
import * as z from 'zod';

import { groupBy } from '@/lib/group-by';
import { addressesFolder, idsInBlock, type StoredResultRow } from '@/public/scripts/search/library.js';
import { duplicateId, type Changes } from './changes';
import { linkFile } from '@/lib/files/link-file';
import { gunzip, writeCompressed } from './compressed-file';

/** Number of files processed concurrently. */
const filesAtOnce = 16;

const blockSchema = z.array(z.tuple([z.int(), z.string(), z.string(), z.string().optional()]));

/**
 * Writes files that map the id of a question to its slug, its question and, in several subjects, its
 * canonical subject: one file for each block of {@link idsInBlock} ids that contains a question.
 *
 * @param folder the folder of the search index
 * @param oldFolder of the previous index, if any
 * @returns the names of the files
 * @throws UserError if two questions have the same id
 */
export async function writeResultRows(
  folder: string,
  oldFolder: string | undefined,
  { removedIds, addedRows }: Changes,
): Promise<string[]> {
  const target = join(folder, addressesFolder);
  await mkdir(target, { recursive: true });
  const oldNames = oldFolder === undefined ? [] : await readdir(join(oldFolder, addressesFolder));
  const old = new Set(oldNames);
  const nameOf = (id: number) => `${Math.floor(id / idsInBlock)}.bin`;
  const added = groupBy([...addedRows.values()], ({ id }) => nameOf(id));
  const removed = groupBy([...removedIds], nameOf);
  const changed = new Set([...added.keys(), ...removed.keys()]);

  const names: string[] = [];
  const readOld = async (name: string): Promise<StoredResultRow[]> => {
    if (oldFolder === undefined || !old.has(name)) return [];
    const bytes = await gunzip(await readFile(join(oldFolder, addressesFolder, name)));
    return blockSchema.parse(JSON.parse(bytes.toString()));
  };
  const write = async (name: string) => {
    const rows = new Map((await readOld(name)).map((row) => [row[0], row]));
    for (const id of removed.get(name) ?? []) rows.delete(id);
    for (const row of added.get(name) ?? []) {
      const other = rows.get(row.id);
      if (other) throw duplicateId(row.id, other[1], row.slug);
      const { id, slug, question, subject } = row;
      rows.set(id, subject === undefined ? [id, slug, question] : [id, slug, question, subject]);
    }
    const sorted = [...rows.values()].sort(([a], [b]) => a - b);
    if (sorted.length === 0) return;
    await writeCompressed(join(target, name), JSON.stringify(sorted));
    names.push(name);
  };
  await pMap(changed, write, { concurrency: filesAtOnce });
  for (const name of oldNames) {
    if (oldFolder !== undefined && !changed.has(name)) {
      linkFile(join(oldFolder, addressesFolder, name), join(target, name));
      names.push(name);
    }
  }
  return names;
}
