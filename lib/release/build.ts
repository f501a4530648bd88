import { rm } from 'node:fs/promises';

import { AnswerCache } from '@/lib/answer/cache';
import { currentChangedDays } from '@/lib/catalogue/changed-days';
import { contentFolder } from '@/lib/catalogue/content-folder';
import { menuSubjects } from '@/lib/catalogue/menu';
import { checkLibrary } from '@/lib/edit/check';
import { refuseBroken } from '@/lib/edit/refuse-broken';
import { reportProblems } from '@/lib/edit/report';
import { socialImageBudget } from '@/lib/social-image/budget';
import { prunePictures } from '@/lib/social-image/pictures';
import { picturesOf } from '@/lib/social-image/social-image';
import { makeRelease, type Workplace } from './make';
import { planRelease, type Source } from './plan/plan';
import { shardName, type Shard } from './plan/shard';
import { ReleaseThreads } from './release-threads';
import { checkSiteUrl } from '@/lib/hosting/site-address';
import { withBuildLock, type AssertLocked } from './store/lock';
import {
  indexFileOf,
  journalFileOf,
  newReleaseFolder,
  newShardFolder,
  oldReleases,
  outFolder,
  releaseInUse,
  removeRelease,
  shardsIn,
  switchTo,
  unfinishedReleases,
} from './store/release-folders';
import { emptyIndex, readIndex, writeIndex } from './store/release-index';
import { readSurroundings } from './surroundings';
import { verifyRelease } from './verify';

/** Pictures that stay in the cache for each one in use: branches and other content folders share it. */
const keptForEach = 3;

export interface BuildOptions {
  /** Is told what is done, a line at a time. */
  report: (line: string) => void;
  /** Publishes the rest of the library when some of its files have errors. */
  skipBroken?: boolean;
  /** Puts compressed files beside texts, for servers that send such files. */
  compress?: boolean;
  /** Makes one part of the release only, and publishes nothing. */
  shard?: Shard;
  /** A folder that holds shards: their files are kept. */
  shardsFolder?: string;
}

/**
 * Makes a release of the content folder and publishes it, in five steps: check, plan, make, verify, switch. Only what changed since the
 * release in use is made. The release in use stays published until the new one is whole; what a stopped build has made is kept.
 *
 * @throws UserError naming everything that has to be mended first
 */
export async function buildSite(options: BuildOptions): Promise<void> {
  const { report } = options;
  await withBuildLock(async (assertLocked) => {
    const started = performance.now();
    const threads = new ReleaseThreads();
    let built: string;
    try {
      built = await build(options, threads, assertLocked);
    } finally {
      await threads.close();
    }
    report(`Built ${built} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  }, report);
}

/** @returns the folder that was built */
async function build(
  { report, skipBroken = false, compress = false, shard, shardsFolder }: BuildOptions,
  threads: ReleaseThreads,
  assertLocked: AssertLocked,
): Promise<string> {
  // Better said before a build than in the middle of it.
  socialImageBudget();
  checkSiteUrl();
  const out = outFolder();
  const content = contentFolder();
  const { folder: answersFolder } = await AnswerCache.open(process.cwd());

  const [checked, changedDays] = await Promise.all([
    checkLibrary(content, { errorsOnly: true, answersFolder }),
    currentChangedDays(),
    threads.prepare(),
  ]);
  refuseBroken(checked, skipBroken);
  const { problems } = checked;
  if (problems.length > 0) report(reportProblems(problems, 'text', () => undefined));

  const { catalogue, redirects } = checked;
  const library = { catalogue, changedDays };
  const surroundings = await readSurroundings(redirects);
  const sources = await findSources(out, shardsFolder);
  const plan = planRelease(library, surroundings, sources, shard);

  const { folder, present } = shard
    ? { folder: await newShardFolder(out, shardName(shard)), present: emptyIndex }
    : await prepareFolder(out);
  const made = await makeRelease(
    plan,
    { folder, present, sources },
    {
      release: folder,
      contentFolder: content,
      answersFolder,
      menu: menuSubjects(catalogue.subjects),
      styles: surroundings.styles.sheets,
    },
    {
      threads,
      subjects: catalogue.subjects,
      compress: compress ? surroundings.code.compressed : undefined,
      report,
    },
  );

  if (!shard) verifyRelease(folder, plan, made);
  writeIndex(indexFileOf(folder), plan, made.files);
  await rm(journalFileOf(folder));
  if (shard) return folder;
  await assertLocked();
  await switchTo(folder, out);
  for (const unfinished of await unfinishedReleases(out)) await removeRelease(unfinished);
  await prunePictures(keptForEach * picturesOf(catalogue).size);
  return out;
}

/** What a new release can keep files of: the one in use, shards, and releases that were not finished. */
async function findSources(out: string, shardsFolder: string | undefined): Promise<Source[]> {
  const inUse = await releaseInUse(out);
  const finished = [
    ...(inUse === undefined ? [] : [inUse]),
    ...(shardsFolder === undefined ? [] : await shardsIn(shardsFolder)),
  ];
  return [
    ...finished.map((folder) => ({ folder, index: readIndex(indexFileOf(folder)) })),
    ...(await unfinishedReleases(out)).map((folder) => ({ folder, index: readIndex(journalFileOf(folder)) })),
  ];
}

/** Prepares the folder of a new release. The folder of an old one is used again: most of its files are those of the new one. */
async function prepareFolder(out: string): Promise<Pick<Workplace, 'folder' | 'present'>> {
  const { finished, begun } = await oldReleases(out);
  const reused = finished.pop();
  for (const old of [...finished, ...begun]) await removeRelease(old);
  const present = reused === undefined ? emptyIndex : readIndex(indexFileOf(reused));
  return { folder: await newReleaseFolder(out, reused), present };
}
