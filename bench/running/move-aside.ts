import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { unlessMissing } from '@/lib/system-error';

let moved = 0;

/**
 * Moves a file or folder of a project, if it exists, to the folder `removed` beside the project. The bench
 * deletes nothing before it measures: ext4 does not reuse the inodes of deleted files for some minutes, and
 * searches past all of them for each new file. After 8,000 files were deleted, creating a file took 0.7 ms
 * instead of 0.04 ms.
 */
export async function moveAside(project: string, path: string): Promise<void> {
  const removed = join(dirname(project), 'removed');
  await mkdir(removed, { recursive: true });
  moved += 1;
  await unlessMissing(rename(join(project, path), join(removed, String(moved))));
}
