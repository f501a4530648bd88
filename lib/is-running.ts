import { isSystemError } from './system-error';

/** Whether another process than this one has a number. */
export function isRunning(pid: number): boolean {
  // In a container, the process of an interrupted build often had this one's number.
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (isSystemError(error, 'ESRCH')) return false;
    // It is there, and belongs to somebody else.
    if (isSystemError(error, 'EPERM')) return true;
    throw error;
  }
}
