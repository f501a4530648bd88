import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { filesBelow } from '@/lib/files/files-below';
import { describeDurations } from './figures';
import { isInstalled } from '@/lib/testing/installed';
import { astro } from './peers/astro';
import { eleventy } from './peers/eleventy';
import { hugo } from './peers/hugo';
import { ours } from './peers/ours';
import type { Peer } from './peers/peer';
import { costOf, type Cost } from '@/lib/testing/process-tree';
import { requestsPerSecond } from './requests';

/** Sizes of the libraries that are built, from `BENCH_QUESTIONS` ("1000,50000") or one that takes minutes. */
const sizes = (process.env.BENCH_QUESTIONS ?? '1000').split(',').map(Number);

/** Beside whom, from `BENCH_PEERS` ("Hugo"), or all. */
const wanted = process.env.BENCH_PEERS?.split(',');
const peers = [hugo, eleventy, astro].filter(({ name }) => wanted?.includes(name) ?? true);

/** Edits of which the middle one is given, once there are as many releases as are kept. */
const edits = 3;

interface Figures {
  first: number;
  edited: number;
  firstMemory: number;
  editedMemory: number;
  filesPerQuestion: number;
  pageBytes: number;
  requests: number | undefined;
}

const rows: readonly [title: string, show: (figures: Figures, size: number) => string][] = [
  ['first build, s', ({ first }) => first.toPrecision(3)],
  ['questions a second', ({ first }, size) => (size / first).toFixed(0)],
  ['after one edit, s', ({ edited }) => edited.toPrecision(3)],
  ['memory of the first, MB', ({ firstMemory }) => firstMemory.toFixed(0)],
  ['memory after an edit, MB', ({ editedMemory }) => editedMemory.toFixed(0)],
  ['files a question', ({ filesPerQuestion }) => filesPerQuestion.toFixed(2)],
  ['HTML of a page, gzipped, KB', ({ pageBytes }) => (pageBytes / 1000).toPrecision(3)],
  ['requests/s, nginx', ({ requests }) => requests?.toFixed(0) ?? '-'],
];

/** What a release costs, beside other generators that make a site of the same documents: the first, and one after an edit. */
export async function measureReleases(): Promise<string[]> {
  const lines: string[] = [];
  for (const size of sizes) {
    const all: [Peer, Figures][] = [];
    for (const peer of [ours, ...peers]) {
      if (isInstalled(peer.command[0])) all.push([peer, await measure(peer, size)]);
      else lines.push(`${peer.name} is not installed, and left out.`);
    }
    const cells = (values: readonly string[]) => values.map((value) => value.padStart(12)).join('');
    lines.push(`${`${size} questions`.padEnd(30)}${cells(all.map(([{ name }]) => name))}`);
    for (const [title, show] of rows) {
      lines.push(title.padEnd(30) + cells(all.map(([, figures]) => show(figures, size))));
    }
  }
  return lines;
}

async function measure(peer: Peer, size: number): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'release-bench-'));
  const content = join(folder, peer.content);
  const build = () =>
    costOf(peer.command, {
      cwd: folder,
      env: {
        ...process.env,
        CONTENT_DIR: content,
        OUT_DIR: join(folder, peer.output),
        // The others make none.
        SOCIAL_IMAGES: '0',
      },
    });
  try {
    await peer.prepare(folder, size);
    const first = await build();
    const questions = (await filesBelow(content)).filter((path) => path.includes('-in-case-'));
    const builds: Cost[] = [];
    for (const path of questions.slice(0, (peer.kept ?? 0) + edits)) {
      await edit(join(content, path));
      builds.push(await build());
    }
    const edited = builds.slice(-edits);
    const site = join(folder, peer.output);
    const made = await filesBelow(`${site}/.`);
    const page = made.find((path) => path.includes('-in-case-1.') && path.endsWith('.html')) ?? '';
    return {
      first: first.seconds,
      edited: describeDurations(edited.map(({ seconds }) => seconds)).median,
      firstMemory: first.megabytes,
      editedMemory: Math.max(...edited.map(({ megabytes }) => megabytes)),
      filesPerQuestion: made.length / size,
      pageBytes: gzipSync(await readFile(join(site, page))).byteLength,
      requests: isInstalled('nginx') && isInstalled('wrk') ? await requestsPerSecond(site, page) : undefined,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Adds a word to the beginning of an answer, in either form. */
async function edit(path: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  const edited = /^answer: /m.test(text)
    ? text.replace(/^answer: (['"]?)/m, 'answer: $1Edited. ')
    : text.replace(/\n---\n\n/, '\n---\n\nEdited. ');
  await writeFile(path, edited);
}
