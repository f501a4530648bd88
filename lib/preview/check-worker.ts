import { checkLibrary } from '@/lib/edit/check';
import type { Problem } from '@/lib/source/problem';
import { lowerPriority } from './low-priority';

// Pages do not wait for it.
lowerPriority();

/** Everything that is wrong with a content folder. @throws UserError when there is nothing to read */
export default async function check(folder: string): Promise<Problem[]> {
  return (await checkLibrary(folder)).problems;
}
