import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

import { unlessMissing } from '@/lib/system-error';
import { medianOf } from './figures';
import { MemoryWatch } from './memory-watch';

/** A program with its arguments, and where it runs. */
export interface Program {
  command: readonly [program: string, ...args: string[]];
  cwd: string;
  env?: Record<string, string>;
}

/** What a program took. */
export interface Cost {
  seconds: number;
  /** Seconds of processors, of the program and all that it started; not a number outside Linux. */
  processor: number;
  /** The most memory at one time of the program and all that it started. */
  megabytes: number;
}

/** Runs a program to its end. @throws Error with what it said when it fails */
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
 * Runs a server for as long as some work takes.
 *
 * @param work is given a function that waits until an address answers with a text, and says after how many seconds
 * @returns the most megabytes at one time
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
      // Until the server listens, nothing answers.
      const body = await fetch(url).then(
        (answer) => answer.text(),
        (error: unknown) => (error instanceof TypeError ? '' : Promise.reject(error as Error)),
      );
      if (body.includes(text)) return seconds();
      await setTimeout(pollMilliseconds);
    }
    throw new Error(`${url} does not have "${text}" after ${patienceSeconds} s:\n${running.output()}`);
  };
  // The server is a child of its first process, so the whole group is ended, also where a person ends the bench.
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

/** Clock ticks of Linux in a second, as programs see them. */
const ticks = 100;

/** Seconds of processors that all children of this process took which have ended, by Linux's own accounts. */
async function processorOfChildren(): Promise<number> {
  const stat = (await unlessMissing(readFile('/proc/self/stat', 'utf8'))) ?? '';
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / ticks;
}

/** The titles of the figures that `middleOf` gives. */
export function costTitles(title: string): string[] {
  return [`${title}, s`, 'processor, s', 'MB'];
}

/** The middle one of each figure of some costs. */
export function middleOf(costs: readonly Cost[]): number[] {
  return (['seconds', 'processor', 'megabytes'] as const).map((name) =>
    medianOf(costs.map((cost) => cost[name])),
  );
}
