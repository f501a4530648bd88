import { readFileSync } from 'node:fs';

/**
 * Processor time of a thread in milliseconds, without the time of other programs. Undefined if the system
 * does not report it.
 *
 * @param threadId the system's id of the thread; a process id is also the id of its first thread
 */
export function processorMilliseconds(threadId: string): number | undefined {
  // Documentation/scheduler/sched-stats.rst of Linux: the first number is processor time in nanoseconds.
  const [nanoseconds = ''] =
    readProc(() => readFileSync(`/proc/${threadId}/schedstat`, 'utf8'))?.split(' ') ?? [];
  return nanoseconds === '' ? undefined : Number(nanoseconds) / 1e6;
}

/** The contents of a file in `/proc`; undefined on a system without it, or for a thread that has ended. */
function readProc(readFile: () => string): string | undefined {
  try {
    return readFile();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ESRCH' || code === 'EACCES' || code === 'EINVAL') return undefined;
    throw error;
  }
}
