import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import pMap from 'p-map';

import { isSystemError } from '@/lib/system-error';
import { UserError } from '@/lib/user-error';
import type { FileRecord } from './artifacts/artifact';
import type { MadeRelease } from './make';
import { documentPath } from './plan/page-artifacts';
import type { Plan } from './plan/plan';

/** Files whose sizes are asked for at a time. */
const filesAtOnce = 16;

/** Faults that are named one by one. */
const namedFaults = 50;

/**
 * Verifies a release before it is published: every planned file is there, the files that were made have the sizes they were written
 * with (those of kept files were compared when they were kept), and the pages that were made lead to pages of the release.
 *
 * @throws UserError naming what is wrong
 */
export async function verifyRelease(
  folder: string,
  { make, keep }: Pick<Plan, 'make' | 'keep'>,
  { files, made, targets }: MadeRelease,
): Promise<void> {
  const paths = new Set(files.map(({ path }) => path));
  const faults: string[] = [];
  for (const { path } of [...make, ...keep.map(({ artifact }) => artifact)]) {
    if (!paths.has(path)) faults.push(`${path} was not made`);
  }
  const compare = async ({ path, size }: FileRecord) => {
    if ((await sizeOf(join(folder, path))) !== size)
      faults.push(`${path} is missing on disk, or has another size`);
  };
  await pMap(made, compare, { concurrency: filesAtOnce });
  for (const [target, path] of targets) {
    if (!paths.has(documentPath(target)) && !paths.has(target.slice(1))) {
      faults.push(`${path} leads to ${target}, which does not exist`);
    }
  }
  if (faults.length === 0) return;
  const more = faults.length > namedFaults ? `\n  and ${faults.length - namedFaults} more` : '';
  throw new UserError(`The release is not whole:\n  ${faults.slice(0, namedFaults).join('\n  ')}${more}`);
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}
