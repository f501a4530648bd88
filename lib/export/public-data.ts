import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { AnswerCache } from '@/lib/answer/cache';
import { currentChangedDays } from '@/lib/catalogue/changed-days';
import { contentFolder } from '@/lib/catalogue/content-folder';
import { menuSubjects } from '@/lib/catalogue/menu';
import { checkLibrary } from '@/lib/edit/check';
import { refuseBroken } from '@/lib/edit/refuse-broken';
import {
  generatedFiles,
  generatedFolders,
  isGenerated,
  publicFiles,
  publicFolder,
} from '@/lib/files/public-files';
import { readIndexNow } from '@/lib/seo/index-now';
import type { Artifact } from '@/lib/release/artifacts/artifact';
import { siteSection, subjectSections } from '@/lib/release/plan/sections';
import { ReleaseThreads } from '@/lib/release/release-threads';
import { makeWholeIndex } from '@/lib/release/search-index';
import { readSurroundings } from '@/lib/release/surroundings';

/** Artifacts for which Next.js has no route. */
const dataKinds: readonly Artifact['kind'][] = ['markdown', 'picture', 'study'];

/**
 * Writes all files of a static export other than its pages into `public/`: search index, study cards,
 * pictures, Markdown copies, redirects and the key for IndexNow. Removes the files of an earlier call.
 *
 * @returns the number of files
 * @throws UserError naming every error to fix first
 */
export async function writePublicData(): Promise<number> {
  const content = contentFolder();
  const { folder: answersFolder } = await AnswerCache.open(process.cwd());
  const checked = await checkLibrary(content, { errorsOnly: true, answersFolder });
  refuseBroken(checked);
  const { catalogue, redirects } = checked;
  const library = { catalogue, changedDays: await currentChangedDays() };
  const surroundings = { ...(await readSurroundings()), redirects };
  const keyPath = readIndexNow()?.keyPath.slice(1);
  // Next.js has routes for sitemaps.
  const artifacts = [siteSection(library, surroundings, []), ...subjectSections(library, surroundings, [])]
    .flatMap((section) => section.artifacts())
    .filter(
      ({ kind, path }) =>
        dataKinds.includes(kind) || (kind === 'file' && (isGenerated(path) || path === keyPath)),
    );

  await removePublicData();
  const folder = publicFolder();
  const threads = new ReleaseThreads();
  const context = {
    release: folder,
    contentFolder: content,
    answersFolder,
    menu: menuSubjects(catalogue.subjects),
    styles: JSON.stringify(surroundings.styles),
  };
  try {
    let count = 0;
    await threads.make(artifacts, context, (files) => {
      count += files.length;
    });
    const index = await makeWholeIndex({
      folder,
      key: '',
      subjects: catalogue.subjects,
      questions: artifacts.filter(({ kind }) => kind === 'markdown'),
    });
    return count + index.length;
  } finally {
    await threads.close();
  }
}

async function removePublicData(): Promise<void> {
  const folder = publicFolder();
  for (const path of [...generatedFolders, ...generatedFiles, ...(await indexNowKeys(folder))]) {
    await rm(join(folder, path), { recursive: true, force: true });
  }
}

/** Files whose name is an IndexNow key. */
async function indexNowKeys(folder: string): Promise<string[]> {
  const texts = publicFiles().filter((file) => /^[^/]+\.txt$/.test(file));
  const contents = await Promise.all(texts.map((file) => readFile(join(folder, file), 'utf8')));
  return texts.filter((file, index) => file === `${contents[index]}.txt`);
}
