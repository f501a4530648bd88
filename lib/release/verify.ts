import { statSync } from 'node:fs';
import { join } from 'node:path';

import { UserError } from '@/lib/user-error';
import type { MadeRelease } from './make';
import { documentPath } from './plan/page-artifacts';

/** Maximum number of violations that are listed. */
const maxListedViolations = 50;

/**
 * Verifies a release before it is published. Every file to make must exist with the size with which it was
 * written, and made pages must link only to files of the release. Kept files were verified when they were
 * kept.
 *
 * @throws UserError that lists the violations
 */
export function verifyRelease(
  folder: string,
  { planned, made, targets }: Pick<MadeRelease, 'planned' | 'made' | 'targets'>,
): void {
  const violations: string[] = [];
  for (const path of planned) if (!made.has(path)) violations.push(`${path} was not made`);
  // Synchronous, because asynchronous calls take ten times as long for such short operations.
  for (const { path, size } of made.values()) {
    if (statSync(join(folder, path), { throwIfNoEntry: false })?.size !== size)
      violations.push(`${path} is missing on disk, or has another size`);
  }
  const isInRelease = (path: string) =>
    made.has(path) || statSync(join(folder, path), { throwIfNoEntry: false })?.isFile() === true;
  for (const [target, path] of targets) {
    if (!isInRelease(documentPath(target)) && !isInRelease(target.slice(1))) {
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
