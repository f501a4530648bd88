import { readdirSync, readFileSync } from 'node:fs';

import { isSystemError } from '@/lib/system-error';

/** Reading the counters takes a third of a millisecond, so this uses less than 1 % of a core. */
const lookMilliseconds = 50;

interface ProcessMemory {
  /** Kilobytes of private memory. */
  own: number;
  /** Kilobytes of shared pages of programs and other files. */
  shared: number;
}

/**
 * Measures the memory of a process and all its descendants, including those whose parent has ended. Adds the
 * counters of Linux for each process, which are cheap to read, and counts shared files once. On other
 * systems, the result is 0.
 */
export class MemoryWatch {
  private readonly isOurs = new Map<number, boolean>();
  private readonly timer: NodeJS.Timeout;
  private kilobytes = 0;

  constructor(root: number) {
    this.isOurs.set(root, true);
    this.timer = setInterval(() => {
      this.look();
    }, lookMilliseconds);
  }

  /** @returns the peak in megabytes since the start */
  stop(): number {
    clearInterval(this.timer);
    return this.kilobytes / 1000;
  }

  private look(): void {
    let [own, shared] = [0, 0];
    for (const pid of processes()) {
      if (!this.belongs(pid)) continue;
      const memory = memoryOf(pid);
      own += memory.own;
      shared = Math.max(shared, memory.shared);
    }
    this.kilobytes = Math.max(this.kilobytes, own + shared);
  }

  /**
   * Asks for the parent of each process only once, because most processes of a machine are not descendants.
   */
  private belongs(pid: number): boolean {
    const known = this.isOurs.get(pid);
    if (known !== undefined) return known;
    const stat = readText(`/proc/${pid}/stat`);
    // The name of a program, in parentheses, may contain any characters.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    const belongs = this.isOurs.get(parent) ?? false;
    this.isOurs.set(pid, belongs);
    return belongs;
  }
}

function processes(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) throw error;
    return [];
  }
}

function memoryOf(pid: number): ProcessMemory {
  const status = readText(`/proc/${pid}/status`);
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
  return { own: kilobytes('RssAnon') + kilobytes('RssShmem'), shared: kilobytes('RssFile') };
}

/** Empty for a process that has ended or belongs to another user. */
function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (!isSystemError(error, 'ENOENT', 'ESRCH', 'EACCES')) throw error;
    return '';
  }
}
