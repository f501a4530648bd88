import { readdirSync, readFileSync } from 'node:fs';

import { isSystemError } from '@/lib/system-error';

/**
 * Memory in megabytes of a process and all its descendants, from the counters of Linux; 0 on other systems.
 */
export function memoryOf(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readFolder('/proc')) {
    const stat = /^\d+$/.test(name) ? readText(`/proc/${name}/stat`) : '';
    // The name of a program, in parentheses, may contain any characters.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (stat !== '') parents.set(Number(name), parent);
  }
  const isInTree = (pid: number): boolean =>
    pid === root || (parents.has(pid) && isInTree(parents.get(pid) ?? 0));
  let kilobytes = 0;
  for (const pid of parents.keys()) {
    if (!isInTree(pid)) continue;
    const [, share = '0'] = /^Pss:\s+(\d+)/m.exec(readText(`/proc/${pid}/smaps_rollup`)) ?? [];
    kilobytes += Number(share);
  }
  return kilobytes / 1000;
}

/** Errors for a process that has ended, or that belongs to another user. */
const gone = ['ENOENT', 'ESRCH', 'EACCES'];

function readFolder(path: string): string[] {
  try {
    return readdirSync(path);
  } catch (error) {
    if (!isSystemError(error, ...gone)) throw error;
    return [];
  }
}

/** Empty for a process that has ended. */
function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (!isSystemError(error, ...gone)) throw error;
    return '';
  }
}
