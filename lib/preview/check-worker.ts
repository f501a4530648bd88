import { checkLibrary } from '@/lib/edit/check';
import type { Problem } from '@/lib/source/problem';
import { lowerPriority } from './low-priority';

// Pages do not wait for the check.
lowerPriority();

/** All problems of a content folder. @throws UserError if it contains no questions */
export default async function check(folder: string): Promise<Problem[]> {
  return (await checkLibrary(folder)).problems;
}
