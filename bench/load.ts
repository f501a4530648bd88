import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import * as z from 'zod';

import { startServer } from '@/e2e/servers';
import { filesBelow } from '@/lib/files/files-below';
import { addressOf } from '@/lib/release/changes';
import { isCompressed } from '@/lib/release/artifacts/compressed';
import { freePort } from '@/lib/testing/free-port';
import { isInstalled } from '@/lib/testing/installed';
import { writeLibrary } from './library/write';
import type { BenchOptions } from './running/options';
import { costOf } from './running/program';

const run = promisify(execFile);

const questions = 1000;
const seconds = 60;
const connections = 50;

/**
 * Percentage of requests for each kind of file: questions, other pages, files that pages need, and files for
 * search, cards and programs.
 */
const mix: readonly [share: number, kind: RegExp][] = [
  [60, /^learn\/.*\/questions\/.*\.html$/],
  [15, /^(?!.*\/questions\/).*\.html$/],
  [10, /^(?:assets|fonts|scripts)\//],
  [8, /\.md$/],
  [5, /^(?:search-index|study)\//],
  [2, /\.xml$/],
];

/** Length of the list of addresses from which requests are drawn. */
const drawn = 5000;

const summarySchema = z.object({
  requests: z.number(),
  perSecond: z.number(),
  median: z.number(),
  p99: z.number(),
  failed: z.number(),
});

/**
 * Measures nginx with the generated configuration under load. Requests cover all kinds of files of a
 * compressed library. wrk runs on the same machine.
 */
export async function measureLoad(options: BenchOptions): Promise<string[]> {
  if (!isInstalled('nginx') || !isInstalled('wrk'))
    return ['nginx or wrk is not installed: no load was measured.'];
  const folder = join(options.folder, 'load');
  const [content, out] = [join(folder, 'content'), join(folder, 'out')];
  await writeLibrary(content, { count: questions, commits: 0, alike: 1 });
  await costOf({
    command: [process.execPath, resolve('scripts/run.mjs'), 'build', '--compress'],
    cwd: process.cwd(),
    env: { CONTENT_DIR: content, OUT_DIR: out, SOCIAL_IMAGES: '0' },
  });
  const script = join(folder, 'mix.lua');
  await writeFile(script, wrkScript(drawAddresses(filesBelow(`${out}/.`))));
  const port = await freePort();
  const { stop } = await startServer('nginx', out, port);
  try {
    const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', '-s', script];
    const { stdout } = await run('wrk', [...args, `http://127.0.0.1:${port}/`]);
    const { requests, perSecond, median, p99, failed } = summarySchema.parse(
      JSON.parse(stdout.slice(stdout.lastIndexOf('{'))),
    );
    return [
      `${requests} requests in ${seconds} s over ${connections} connections, to a library of ${questions} questions`,
      `Answered by one process of nginx: ${perSecond.toFixed(0)} a second, ${failed} failed`,
      `Time to an answer: median ${median.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`,
    ];
  } finally {
    await stop();
  }
}

/** A list of addresses in which every kind of file has its share. */
function drawAddresses(paths: readonly string[]): string[] {
  return mix.flatMap(([share, kind]) => {
    const ofKind = paths.filter((path) => kind.test(path) && path !== '404.html' && !isCompressed(path));
    if (ofKind.length === 0) throw new Error(`The library has no file like ${String(kind)}`);
    return Array.from({ length: (drawn * share) / 100 }, (_, number) =>
      addressOf(ofKind[number % ofKind.length] ?? ''),
    );
  });
}

/** A script for wrk: requests random addresses, and prints the figures as JSON at the end. */
function wrkScript(addresses: readonly string[]): string {
  return `local addresses = {${addresses.map((address) => JSON.stringify(address)).join(',')}}
math.randomseed(1)
local headers = { ["Accept-Encoding"] = "gzip, br" }
request = function() return wrk.format("GET", addresses[math.random(#addresses)], headers) end
done = function(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%d,"perSecond":%f,"median":%f,"p99":%f,"failed":%d}\\n',
    summary.requests, summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    errors.connect + errors.read + errors.write + errors.timeout + errors.status))
end
`;
}
