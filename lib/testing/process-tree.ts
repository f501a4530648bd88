import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

import { isSystemError } from '@/lib/system-error';

/** What a command took. */
export interface Cost {
  seconds: number;
  /** The most memory at one time of the command and all that it started, shared pages counted once; in megabytes. */
  megabytes: number;
}

/** Between two looks at the memory: as long, and so much longer than they take, that they hold nothing up. */
const sampleMilliseconds = 250;
const sampleShare = 0.02;

/** Runs a command to its end. @throws Error with what it said when it fails */
export async function costOf(
  [program, ...args]: readonly [program: string, ...args: string[]],
  options: { cwd?: string; env?: NodeJS.ProcessEnv },
): Promise<Cost> {
  const started = performance.now();
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  let megabytes = 0;
  let timer = setTimeout(look, sampleMilliseconds);
  function look() {
    const begun = performance.now();
    megabytes = Math.max(megabytes, memoryOf(child.pid ?? 0));
    timer = setTimeout(look, Math.max(sampleMilliseconds, (performance.now() - begun) / sampleShare));
  }
  const exitCode = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearTimeout(timer);
  if (exitCode !== 0) throw new Error(`${program} failed:\n${Buffer.concat(output).toString()}`);
  return { seconds: (performance.now() - started) / 1000, megabytes };
}

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
