import { readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { basename } from 'node:path';

import { isSystemError } from '@/lib/system-error';

/**
 * Gives this thread, and all threads and processes that it starts from now on, the lowest priority. On Linux
 * only: other systems have no priorities of threads.
 */
export function lowerPriority(): void {
  let thread: string;
  try {
    thread = basename(readlinkSync('/proc/thread-self'));
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return;
    throw error;
  }
  // On Linux, this takes the id of a thread (setpriority(2), "C library/kernel differences").
  setPriority(Number(thread), constants.priority.PRIORITY_LOW);
}
