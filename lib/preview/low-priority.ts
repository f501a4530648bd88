import { readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { basename } from 'node:path';

import { isSystemError } from '@/lib/system-error';

/**
 * From now on, this thread and all threads and processes that it starts get only processor time that no other wants. On
 * Linux; other systems have priorities of processes alone, and there it does nothing.
 */
export function lowerPriority(): void {
  let thread: string;
  try {
    thread = basename(readlinkSync('/proc/thread-self'));
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return;
    throw error;
  }
  // Linux takes the id of a thread here (setpriority(2), "C library/kernel differences").
  setPriority(Number(thread), constants.priority.PRIORITY_LOW);
}
