import { readdirSync, readFileSync } from 'node:fs';

import { isSystemError } from '@/lib/system-error';

/** The megabytes of a process and of all that it started, by Linux's own accounts; 0 elsewhere. */
export function memoryOf(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readFolder('/proc')) {
    const stat = /^\d+$/.test(name) ? readText(`/proc/${name}/stat`) : '';
    // The name of a program, in brackets, may hold anything.
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

/** Of a process that has ended by now, or is not ours. */
const gone = ['ENOENT', 'ESRCH', 'EACCES'];

function readFolder(path: string): string[] {
  try {
    return readdirSync(path);
  } catch (error) {
    if (!isSystemError(error, ...gone)) throw error;
    return [];
  }
}

/** Empty for a process that has ended by now. */
function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (!isSystemError(error, ...gone)) throw error;
    return '';
  }
}
