import { join } from 'node:path';

import { Answers } from '@/lib/answer/answers';
import { contentFolder } from '@/lib/catalogue/content-folder';
import { checkLibrary, type CheckedLibrary } from '@/lib/edit/check';
import { socialImageBudget } from '@/lib/social-image/budget';
import { formatProblem, hasErrors, type Problem } from '@/lib/source/problem';
import { UserError } from '@/lib/user-error';
import { indexFolder } from '@/public/scripts/search/library.js';
import { carryAhead, nothingAhead } from './ahead';
import { withBuildLock } from './lock';
import { FileThreads } from './file-threads';
import { makeRelease, type ReleaseOptions } from './make-release';
import { manifestOf, openManifest, partFiles } from './manifest';
import {
  newReleaseFolder,
  newShardFolder,
  oldReleases,
  outFolder,
  removeRelease,
  switchTo,
  unfinishedReleases,
} from './releases';
import { beginPrerender, isCompiled } from './prerender';
import type { Shard } from './shard';
import { checkSiteUrl } from './site-address';
import { findSources } from './sources';
import { templateKey } from './template';

export interface BuildOptions {
  /** Is told what is being done, a line at a time. */
  report: (line: string) => void;
  /** Publishes the rest of the library when some of its files have errors. */
  skipBroken?: boolean;
  /** Puts compressed files beside texts, for servers that send such files. */
  compress?: boolean;
  /** Makes only a part of the release, which nothing is published of. */
  shard?: Shard;
  /** A folder that holds shards: what they made is carried over. */
  shardsFolder?: string;
}

/**
 * From the content folder to a published release, made of what changed since the last one. The release before stays
 * published until the new one is whole; what an interrupted build has made is not made again.
 *
 * @throws UserError naming everything that has to be mended first
 */
export async function buildSite(options: BuildOptions): Promise<void> {
  const { report, skipBroken = false, shard } = options;
  await withBuildLock(async (assertLocked) => {
    const started = performance.now();
    // Better said before a build than in the middle of it.
    socialImageBudget();
    checkSiteUrl();
    const out = outFolder();
    const threads = new FileThreads();
    let prepared: PreparedRelease | undefined;
    try {
      const [spare, ...others] = (await oldReleases(out)).toReversed();
      const removing = threads.remove(others);
      removing.catch(() => undefined);
      // First, since what it begins goes on beside the check.
      prepared = await prepareRelease(out, spare, threads, options);
      const answers = await Answers.open();
      const library = await checkLibrary(contentFolder(), {
        errorsOnly: true,
        answersFolder: answers.folder,
      });
      refuseBroken(library, report, skipBroken);
      const { folder } = prepared;
      await makeRelease(library, { ...options, ...prepared, threads, answers });
      if (!shard) {
        await assertLocked();
        await switchTo(folder, out);
        for (const unfinished of await unfinishedReleases(out)) removeRelease(unfinished);
      }
      await removing;
      report(`Built ${shard ? folder : out} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
    } finally {
      await Promise.all([threads.close(), prepared?.begun?.stop()]);
    }
  }, report);
}

/** What is there of a release before the library is known. */
type PreparedRelease = Pick<ReleaseOptions, 'folder' | 'template' | 'sources' | 'ahead' | 'begun'>;

async function prepareRelease(
  out: string,
  spare: string | undefined,
  threads: FileThreads,
  { shard, shardsFolder }: BuildOptions,
): Promise<PreparedRelease> {
  const template = await templateKey();
  const sources = await findSources(out, shardsFolder);
  if (shard) return { folder: await newShardFolder(out, shard), template, sources, ahead: nothingAhead };
  const before = spare === undefined ? new Map() : partFiles(openManifest(manifestOf(spare)));
  const folder = await newReleaseFolder(out, spare);
  await threads.remove([join(folder, indexFolder)]);
  const [source] = sources;
  // Of what was made by other code, nothing is of use.
  if (!source || !(await isCompiled(template))) return { folder, template, sources, ahead: nothingAhead };
  const ahead = await carryAhead(source, folder, before, threads);
  return { folder, template, sources, ahead, begun: await beginPrerender(template) };
}

function refuseBroken(
  { catalogue, problems }: CheckedLibrary,
  report: (line: string) => void,
  skipBroken: boolean,
): void {
  if (hasErrors(problems) && !(skipBroken && catalogue.entries.length > 0)) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    const lines = errors.map(formatProblem).join('\n');
    const whole = catalogue.entries.length === 0 ? 'No question could be read. ' : '';
    throw new UserError(
      `${lines}\n\n${whole}${countErrors(errors)} Mend them and build again; nothing was published.`,
    );
  }
  for (const problem of problems) report(formatProblem(problem));
}

function countErrors(errors: readonly Problem[]): string {
  const files = new Set(errors.map(({ file }) => file)).size;
  return `Found ${errors.length} ${errors.length === 1 ? 'error' : 'errors'} in ${files} ${files === 1 ? 'file' : 'files'}.`;
}
