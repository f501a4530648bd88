import { statSync } from 'node:fs';
import { join } from 'node:path';

import { UserError } from '@/lib/user-error';
import type { MadeRelease } from './make';
import { documentPath } from './plan/page-artifacts';
import type { Plan } from './plan/plan';

/** Maximum number of violations that are listed. */
const maxListedViolations = 50;

/**
 * Verifies a release before it is published. Every planned file must exist, made files must have the size
 * with which they were written, and made pages must link only to pages of the release. Sizes of kept files
 * were compared when they were kept.
 *
 * @throws UserError that lists the violations
 */
export function verifyRelease(
  folder: string,
  { make, keep }: Pick<Plan, 'make' | 'keep'>,
  { files, made, targets }: MadeRelease,
): void {
  const paths = new Set(files.map(({ path }) => path));
  const violations: string[] = [];
  for (const { path } of [...make, ...keep.map(({ artifact }) => artifact)]) {
    if (!paths.has(path)) violations.push(`${path} was not made`);
  }
  // Synchronous, because asynchronous calls take ten times as long for such short operations.
  for (const { path, size } of made) {
    if (statSync(join(folder, path), { throwIfNoEntry: false })?.size !== size)
      violations.push(`${path} is missing on disk, or has another size`);
  }
  for (const [target, path] of targets) {
    if (!paths.has(documentPath(target)) && !paths.has(target.slice(1))) {
      violations.push(`${path} links to ${target}, which does not exist`);
    }
  }
  if (violations.length === 0) return;
  const more =
    violations.length > maxListedViolations ? `\n  and ${violations.length - maxListedViolations} more` : '';
  throw new UserError(
    `The release is not complete, so it was not published:\n  ${violations.slice(0, maxListedViolations).join('\n  ')}${more}`,
  );
}
