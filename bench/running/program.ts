import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

import { unlessMissing } from '@/lib/system-error';
import { medianOf } from './figures';
import { MemoryWatch } from './memory-watch';

/** A program with its arguments and working directory. */
export interface Program {
  command: readonly [program: string, ...args: string[]];
  cwd: string;
  env?: Record<string, string>;
}

/** The cost of a program run. */
export interface Cost {
  seconds: number;
  /** Processor time in seconds of the program and all its descendants; NaN outside Linux. */
  processor: number;
  /** Peak memory of the program and all its descendants. */
  megabytes: number;
}

/** Runs a program to its end. @throws Error with its output if it fails */
export async function costOf(program: Program): Promise<Cost> {
  const before = await processorOfChildren();
  const running = start(program, false);
  const code = await running.ended;
  const cost = { seconds: running.seconds(), megabytes: running.watch.stop() };
  if (code !== 0) throw new Error(`${program.command.join(' ')} failed:\n${running.output()}`);
  return { ...cost, processor: (await processorOfChildren()) - before };
}

const pollMilliseconds = 20;
const patienceSeconds = 1800;

/**
 * Runs a server while some work is done.
 *
 * @param work receives a function that waits until an address responds with a text, and returns the number
 *   of seconds
 * @returns the peak memory in megabytes
 */
export async function withServer(
  program: Program,
  work: (waitFor: (url: string, text: string) => Promise<number>) => Promise<void>,
): Promise<number> {
  const running = start(program, true);
  const waitFor = async (url: string, text: string) => {
    const started = performance.now();
    const seconds = () => (performance.now() - started) / 1000;
    while (seconds() < patienceSeconds) {
      if (running.isOver()) throw new Error(`${program.command.join(' ')} ended:\n${running.output()}`);
      // Requests fail until the server listens.
      const body = await fetch(url).then(
        (answer) => answer.text(),
        (error: unknown) => (error instanceof TypeError ? '' : Promise.reject(error as Error)),
      );
      if (body.includes(text)) return seconds();
      await setTimeout(pollMilliseconds);
    }
    throw new Error(`${url} does not have "${text}" after ${patienceSeconds} s:\n${running.output()}`);
  };
  // The server is a child process of its launcher, so the whole process group is ended, even if the bench is
  // interrupted.
  const end = () => process.kill(-running.pid, 'SIGTERM');
  const endAll = () => {
    end();
    process.exit(1);
  };
  process.once('SIGINT', endAll);
  try {
    await work(waitFor);
    return running.watch.stop();
  } finally {
    process.off('SIGINT', endAll);
    if (!running.isOver()) end();
    await running.ended;
  }
}

function start({ command: [name, ...args], cwd, env }: Program, isGroup: boolean) {
  const started = performance.now();
  const child = spawn(name, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: isGroup,
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const watch = new MemoryWatch(child.pid ?? 0);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return {
    pid: child.pid ?? 0,
    watch,
    ended,
    isOver: () => child.exitCode !== null || child.signalCode !== null,
    output: () => Buffer.concat(output).toString(),
    seconds: () => (performance.now() - started) / 1000,
  };
}

/** Clock ticks per second in Linux's counters. */
const ticks = 100;

/** Processor time in seconds of all ended child processes of this process, from Linux's counters. */
async function processorOfChildren(): Promise<number> {
  const stat = (await unlessMissing(readFile('/proc/self/stat', 'utf8'))) ?? '';
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / ticks;
}

/** The column titles for the figures of `middleOf`. */
export function costTitles(title: string): string[] {
  return [`${title}, s`, 'processor, s', 'MB'];
}

/** The median of each figure. */
export function middleOf(costs: readonly Cost[]): number[] {
  return (['seconds', 'processor', 'megabytes'] as const).map((name) =>
    medianOf(costs.map((cost) => cost[name])),
  );
}
