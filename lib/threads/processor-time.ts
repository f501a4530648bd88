import { readFileSync } from 'node:fs';

/**
 * The milliseconds for which a thread had a processor to itself, which do not count the time that other programs took.
 * Undefined where the system does not tell.
 *
 * @param threadId that the system gave to the thread; a process has the one of its first thread
 */
export function processorMilliseconds(threadId: string): number | undefined {
  // Documentation/scheduler/sched-stats.rst of Linux: nanoseconds on a processor come first.
  const [nanoseconds = ''] =
    read(() => readFileSync(`/proc/${threadId}/schedstat`, 'utf8'))?.split(' ') ?? [];
  return nanoseconds === '' ? undefined : Number(nanoseconds) / 1e6;
}

/** What a file of `/proc` says; undefined for a system without it, or for a thread that has ended. */
function read(file: () => string): string | undefined {
  try {
    return file();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ESRCH' || code === 'EACCES' || code === 'EINVAL') return undefined;
    throw error;
  }
}
