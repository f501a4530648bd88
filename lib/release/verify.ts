import { statSync } from 'node:fs';
import { join } from 'node:path';

import { UserError } from '@/lib/user-error';
import type { MadeRelease } from './make';
import { documentPath } from './plan/page-artifacts';
import type { Plan } from './plan/plan';

/** Faults that are named one by one. */
const namedFaults = 50;

/**
 * Verifies a release before it is published: every planned file is there, the files that were made have the sizes they were written
 * with (those of kept files were compared when they were kept), and the pages that were made lead to pages of the release.
 *
 * @throws UserError naming what is wrong
 */
export function verifyRelease(
  folder: string,
  { make, keep }: Pick<Plan, 'make' | 'keep'>,
  { files, made, targets }: MadeRelease,
): void {
  const paths = new Set(files.map(({ path }) => path));
  const faults: string[] = [];
  for (const { path } of [...make, ...keep.map(({ artifact }) => artifact)]) {
    if (!paths.has(path)) faults.push(`${path} was not made`);
  }
  // Asynchronous calls for so little take ten times as long.
  for (const { path, size } of made) {
    if (statSync(join(folder, path), { throwIfNoEntry: false })?.size !== size)
      faults.push(`${path} is missing on disk, or has another size`);
  }
  for (const [target, path] of targets) {
    if (!paths.has(documentPath(target)) && !paths.has(target.slice(1))) {
      faults.push(`${path} leads to ${target}, which does not exist`);
    }
  }
  if (faults.length === 0) return;
  const more = faults.length > namedFaults ? `\n  and ${faults.length - namedFaults} more` : '';
  throw new UserError(`The release is not whole:\n  ${faults.slice(0, namedFaults).join('\n  ')}${more}`);
}
