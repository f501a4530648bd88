import { hasErrors, type Problem } from '@/lib/source/problem';
import { UserError } from '@/lib/user-error';
import type { CheckedLibrary } from './check';
import { reportProblems } from './report';

/**
 * Prevents the publication of a library that has errors.
 *
 * @param skipBroken allows it if at least one question is valid
 * @throws UserError naming every error
 */
export function refuseBroken({ catalogue, problems }: CheckedLibrary, skipBroken = false): void {
  if (!hasErrors(problems) || (skipBroken && catalogue.entries.length > 0)) return;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const lines = reportProblems(errors, 'text', () => undefined);
  const whole = catalogue.entries.length === 0 ? 'No question could be read. ' : '';
  throw new UserError(
    `${lines}\n\n${whole}${countErrors(errors)} Fix them and build again; nothing was published.`,
  );
}

function countErrors(errors: readonly Problem[]): string {
  const files = new Set(errors.map(({ file }) => file)).size;
  return `Found ${errors.length} ${errors.length === 1 ? 'error' : 'errors'} in ${files} ${files === 1 ? 'file' : 'files'}.`;
}
