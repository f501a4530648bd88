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
import { makeRelease } from './make';
import { planRelease, type EarlierRelease } from './plan/plan';
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
import { emptyIndex, readIndex, writeIndex, type ReleaseIndex } from './store/release-index';
import { readSurroundings } from './surroundings';
import { verifyRelease } from './verify';

/**
 * Number of pictures that stay in the cache for each picture in use, because branches and other content
 * folders share the cache.
 */
const keptForEach = 3;

export interface BuildOptions {
  /** Called with each line of progress. */
  report: (line: string) => void;
  /** Publishes the valid files if other files have errors. */
  skipBroken?: boolean;
  /** Writes compressed files beside texts, for servers that send precompressed files. */
  compress?: boolean;
  /** Makes only this shard of the release, and publishes nothing. */
  shard?: Shard;
  /** A folder that contains shards, whose files are kept. */
  shardsFolder?: string;
}

/**
 * Makes a release of the content folder and publishes it in five steps: check, plan, make, verify, switch.
 * Makes only files that changed since the release in use. The release in use stays published until the new
 * one is complete. Files of an interrupted build are kept.
 *
 * @throws UserError naming every error to fix first
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

/** @returns the folder of the release */
async function build(
  { report, skipBroken = false, compress = false, shard, shardsFolder }: BuildOptions,
  threads: ReleaseThreads,
  assertLocked: AssertLocked,
): Promise<string> {
  // Invalid settings should be reported before the build starts.
  socialImageBudget();
  checkSiteUrl();
  const out = outFolder();
  const content = contentFolder();
  const { folder: answersFolder } = await AnswerCache.open(process.cwd());

  const [checked, changedDays, ofProject] = await Promise.all([
    checkLibrary(content, { errorsOnly: true, answersFolder }),
    currentChangedDays(),
    readSurroundings(),
    threads.prepare(),
  ]);
  refuseBroken(checked, skipBroken);
  const { problems } = checked;
  if (problems.length > 0) report(reportProblems(problems, 'text', () => undefined));

  const { catalogue, redirects } = checked;
  const library = { catalogue, changedDays };
  const surroundings = { ...ofProject, redirects };
  const earlierReleases = await findEarlierReleases(out, shardsFolder);
  const { folder, recorded } = shard
    ? { folder: await newShardFolder(out, shardName(shard)), recorded: emptyIndex }
    : await prepareFolder(out, earlierReleases[0]?.index);
  // A thread compares the files of the folder with their index while this thread plans. Planning is in a promise,
  // so that an exception of it does not leave the other promise without a handler.
  const [present, plan] = await Promise.all([
    threads.removeDamaged(folder, recorded),
    Promise.resolve().then(() => planRelease(library, surroundings, earlierReleases, shard)),
  ]);
  const made = await makeRelease(
    plan,
    { folder, present, earlierReleases },
    {
      release: folder,
      contentFolder: content,
      answersFolder,
      menu: menuSubjects(catalogue.subjects),
      styles: JSON.stringify(surroundings.styles),
    },
    {
      threads,
      catalogue,
      compress: compress ? surroundings.code.compressed : undefined,
      report,
    },
  );

  if (!shard) verifyRelease(folder, made);
  writeIndex(indexFileOf(folder), made.sections);
  await rm(journalFileOf(folder));
  if (shard) return folder;
  await assertLocked();
  await switchTo(folder, out);
  for (const unfinished of await unfinishedReleases(out)) await removeRelease(unfinished);
  await prunePictures(keptForEach * picturesOf(catalogue).size);
  return out;
}

/** Releases whose files the new release can keep: the release in use, shards, and unfinished releases. */
async function findEarlierReleases(out: string, shardsFolder: string | undefined): Promise<EarlierRelease[]> {
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

/**
 * Prepares the folder of a new release. Reuses the folder of an old one, because most of their files are
 * equal.
 *
 * @param inUse the index of the release in use
 * @returns the folder, and the index of the files that it had when it was finished
 */
async function prepareFolder(
  out: string,
  inUse: ReleaseIndex | undefined,
): Promise<{ folder: string; recorded: ReleaseIndex }> {
  const { finished, begun } = await oldReleases(out);
  const newest = finished.at(-1);
  const recorded = newest === undefined ? emptyIndex : readIndex(indexFileOf(newest), inUse);
  // Without a readable index, other files of the folder would not be removed.
  const reused = recorded.size > 0 ? newest : undefined;
  for (const old of [...finished, ...begun]) if (old !== reused) await removeRelease(old);
  return { folder: await newReleaseFolder(out, reused), recorded };
}
