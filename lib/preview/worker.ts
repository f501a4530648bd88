import { parentPort } from 'node:worker_threads';

import { subscribe } from '@parcel/watcher';

import { currentChangedDays } from '@/lib/catalogue/changed-days';
import { contentFolder } from '@/lib/catalogue/content-folder';
import { plainEntry, type Entry } from '@/lib/catalogue/entry';
import { readEntry } from '@/lib/catalogue/read-entry';
import { chunksOf } from '@/lib/chunks';
import { ExaminationCache } from '@/lib/edit/examination-cache';
import { reportProblems } from '@/lib/edit/report';
import type { SourceFile } from '@/lib/source/article';
import type { Problem } from '@/lib/source/problem';
import { StatefulThread, type ThreadNotification } from '@/lib/threads/stateful-thread';
import { ThreadPool } from '@/lib/threads/pool';
import { ProcessPool } from '@/lib/threads/process-pool';
import { changedPaths } from './changed-paths';
import type { RecallEntry } from './entry-store';
import type { EntriesRequest } from './entries-worker';
import { Preview, type RenderedQuestion } from './preview';
import type { PreviewNews, PreviewRequest } from './requests';

/** Up to this number of files, this thread reads them itself, because starting another one takes as long. */
const maxFilesWithoutThread = 100;

/** Number of files per request to a thread, and its time limit. */
const filesAtOnce = 100;
const batchMilliseconds = 20_000;

let opened: Promise<Preview> | undefined;

/** Handles the requests of routes in the live preview. */
export default async function answer(request: PreviewRequest): Promise<unknown> {
  // A folder that could not be opened may exist the next time.
  opened ??= open().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  const preview = await opened;
  switch (request.ask) {
    case 'page':
      return preview.page(request.address);
    case 'menu':
      return preview.menu();
    case 'library':
      return preview.library();
    case 'answer':
      return preview.answer(request.entry);
    case 'start':
      return undefined;
  }
}

async function open(): Promise<Preview> {
  const folder = contentFolder();
  const questions = new ProcessPool<SourceFile, RenderedQuestion>('lib/preview/question-worker.ts');
  const checks = new StatefulThread<string>('lib/preview/check-worker.ts');
  questions.prepare();
  const preview = new Preview(
    folder,
    {
      readEntries: (paths) => readEntries(folder, paths),
      examine: (source) => questions.run(source),
      check: async () => (await checks.ask(folder)) as Problem[],
      readChangedDays: currentChangedDays,
    },
    {
      changed: () => {
        tell('changed');
      },
      checked: (problems) => {
        if (problems.length > 0) console.log(reportProblems(problems, 'text', () => undefined));
      },
      failed: console.error,
    },
    () => recallEntries(folder),
  );
  await subscribe(folder, (error, events) => {
    const paths = changedPaths(
      folder,
      events.map(({ path }) => path),
    );
    if (error) console.error(error);
    else if (paths.length > 0) preview.change(paths).catch(console.error);
  });
  return preview;
}

function tell(news: PreviewNews): void {
  parentPort?.postMessage({ notification: news } satisfies ThreadNotification<PreviewNews>);
}

/** Returns a function that looks up entries of the last check, for files without errors. */
async function recallEntries(folder: string): Promise<RecallEntry> {
  const cache = await ExaminationCache.open(process.cwd(), folder);
  return (path, stamp) => {
    const entry = cache.get(path, stamp)?.entry;
    // Requests of routes receive entries.
    return entry && plainEntry(entry);
  };
}

async function readEntries(folder: string, paths: readonly string[]): Promise<(Entry | undefined)[]> {
  if (paths.length <= maxFilesWithoutThread) return paths.map((path) => readEntry(folder, path));
  const pool = new ThreadPool<EntriesRequest, (Entry | undefined)[]>('lib/preview/entries-worker.ts', {
    milliseconds: batchMilliseconds,
  });
  const read = await Promise.all(
    chunksOf(paths, filesAtOnce).map(async (batch) => {
      const reply = await pool.run({ folder, paths: batch });
      // The check reports the file that takes too long.
      return 'result' in reply ? reply.result : batch.map(() => undefined);
    }),
  );
  await pool.close();
  return read.flat();
}
