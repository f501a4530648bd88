import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { filesBelow } from '@/lib/files/files-below';
import { commitChanges } from './library/write';
import { astro } from './peers/astro';
import { eleventy } from './peers/eleventy';
import { hugo } from './peers/hugo';
import { sharedNode } from './peers/node';
import { ourVersions, withPictures } from './peers/ours';
import { addQuestion, changeComponent, editQuestion } from './running/changes';
import { markdownTable } from './running/figures';
import type { BenchOptions } from './running/options';
import { costOf, costTitles, middleOf } from './running/program';
import { measureRows, programIn, removeBuilt, type Project } from './running/project';

const ownSizes = [4000];

interface Step {
  title: string;
  /** Changes the project before a build. */
  change: (project: Project, run: number) => Promise<void>;
}

const committed =
  (change: Step['change']): Step['change'] =>
  async (project, run) => {
    await change(project, run);
    await commitChanges(join(project.folder, project.peer.paths.content), project.library);
  };

/** By name in the arguments. */
const steps = new Map<string, Step>([
  ['first', { title: 'first build', change: removeBuilt }],
  ['edit', { title: 'one edit', change: committed(editQuestion) }],
  ['new', { title: 'new question', change: committed(addQuestion) }],
  ['component', { title: 'component', change: changeComponent }],
]);

/**
 * Measures the first release and releases after changes, compared with other generators for the same
 * documents.
 */
export async function measureReleases(options: BenchOptions): Promise<string[]> {
  const node = await sharedNode(join(options.folder, 'node'));
  const peers = [
    ...(await ourVersions()),
    withPictures,
    await hugo(),
    eleventy(false),
    eleventy(true),
    astro(false, node.withoutAstro),
    astro(true, node.withoutAstro),
  ];
  const wanted = [...steps].filter(([name]) => options.wants('steps', name));
  const rows = await measureRows(options, ownSizes, peers, async (project) => [
    ...(await measureSteps(project, wanted, node.env, options.runs)),
    ...(await describeSite(join(project.folder, project.peer.paths.site))),
  ]);
  const titles = [...wanted.flatMap(([, { title }]) => costTitles(title)), 'pages', 'files', 'page, KB'];
  return markdownTable([`releases, Node ${node.version}, ${options.runs} runs`, ...titles], rows);
}

/** @returns three figures for each step */
async function measureSteps(
  project: Project,
  wanted: readonly [name: string, step: Step][],
  nodeEnv: Record<string, string>,
  runs: number,
): Promise<number[]> {
  const { peer, folder } = project;
  const program = programIn(project, peer.command);
  const component = join(folder, peer.paths.component);
  const before = await readFile(component);
  const build = async (change: () => Promise<void>) => {
    await change();
    return costOf({ ...program, env: { ...program.env, ...nodeEnv } });
  };
  const figures: number[] = [];
  for (const [place, [name, { change }]] of wanted.entries()) {
    // A publishing machine keeps a number of releases, which must exist before the change.
    const isFirstChange = name !== 'first' && (place === 0 || wanted[place - 1]?.[0] === 'first');
    for (let release = 0; isFirstChange && release <= peer.kept; release += 1) {
      await build(() => committed(editQuestion)(project, runs + release));
    }
    const costs = [];
    for (let run = 0; run < runs; run += 1) costs.push(await build(() => change(project, run)));
    figures.push(...middleOf(costs));
  }
  await writeFile(component, before);
  return figures;
}

/** @returns the numbers of pages and of files, and the size of a compressed page in kilobytes */
async function describeSite(site: string): Promise<number[]> {
  const made = filesBelow(`${site}/.`);
  const page = made.find((path) => path.includes('-in-case-1.') && path.endsWith('.html')) ?? '';
  const { byteLength } = gzipSync(await readFile(join(site, page)));
  return [made.filter((path) => path.endsWith('.html')).length, made.length, byteLength / 1000];
}
