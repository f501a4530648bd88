import { statSync } from 'node:fs';
import { join } from 'node:path';

import { UserError } from '@/lib/user-error';
import type { MadeRelease } from './make';
import { documentPath } from './plan/page-artifacts';
import type { Plan } from './plan/plan';

/** Number of faults that are listed. */
const namedFaults = 50;

/**
 * Verifies a release before it is published. Every planned file must exist, made files must have the size
 * with which they were written, and made pages must link only to pages of the release. Sizes of kept files
 * were compared when they were kept.
 *
 * @throws UserError listing the faults
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
  // Synchronous, because asynchronous calls take ten times as long for such short operations.
  for (const { path, size } of made) {
    if (statSync(join(folder, path), { throwIfNoEntry: false })?.size !== size)
      faults.push(`${path} is missing on disk, or has another size`);
  }
  for (const [target, path] of targets) {
    if (!paths.has(documentPath(target)) && !paths.has(target.slice(1))) {
      faults.push(`${path} links to ${target}, which does not exist`);
    }
  }
  if (faults.length === 0) return;
  const more = faults.length > namedFaults ? `\n  and ${faults.length - namedFaults} more` : '';
  throw new UserError(
    `The release is not complete, so it was not published:\n  ${faults.slice(0, namedFaults).join('\n  ')}${more}`,
  );
}
