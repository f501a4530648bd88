import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Answers } from '@/lib/answer/answers';
import { readAnswer } from '@/lib/catalogue/load';
import type { MenuSubject } from '@/lib/catalogue/menu';
import { forEachAtOnce } from '@/lib/at-once';
import type { Page } from '@/lib/pages/pages';
import { writePlan, type PlannedPage } from '@/lib/pages/plan';
import { shownAnswer } from '@/lib/pages/question';
import { ThreadPool } from '@/lib/threads/pool';
import { UserError } from '@/lib/user-error';
import type { FinishedFiles, FinishRequest } from './finish-worker';
import type { Journal } from './manifest';
import type { PagePiece } from './pieces';
import {
  compileSite,
  nextFolder,
  planFolder,
  prerenderedFile,
  prerenderPages,
  sharedFiles,
} from './prerender';
import { readRoutes, refuseClientComponents } from './routes';
import { writeNew } from './write-new';

/** Pages that are exported at a time: more take more memory, fewer start Next.js more often. */
const batchSize = 5000;

/** Pages that are rendered or finished at a time; more would only wait in memory. */
const ahead = 16;

/** The release that pages are made for. */
export interface PagesRelease {
  folder: string;
  journal: Journal;
  /** The key of the files that all pages share. */
  template: string;
  /** The subjects that all pages name. */
  menu: readonly MenuSubject[];
  /** Pages that Next.js exports every time, since their addresses have no parameters. */
  always: readonly Page[];
  answers: Answers;
}

/** Makes pages: renders their answers, has Next.js make them, and finishes what it made. */
export class PageMaker {
  readonly #release: PagesRelease;
  readonly #faults: string[] = [];
  readonly #finishing = new ThreadPool<FinishRequest, FinishedFiles>('lib/release/finish-worker.ts');

  constructor(release: PagesRelease) {
    this.#release = release;
  }

  /**
   * @param needsShared whether the release lacks the files that all pages share
   * @param onProgress is told how many pages are made
   * @throws UserError naming everything on the pages that search engines would call wrong
   */
  async make(
    pieces: readonly PagePiece[],
    needsShared: boolean,
    onProgress: (done: number) => void,
  ): Promise<void> {
    for (let start = 0; start < pieces.length; start += batchSize) {
      const batch = pieces.slice(start, start + batchSize);
      const pages = new Map(
        [...this.#release.always, ...batch.map(({ page }) => page)].map((page) => [page.address, page]),
      );
      await writePlan(planFolder, this.#release.menu, this.#plan([...pages.values()]));
      if (start === 0) {
        await compileSite(this.#release.template);
        await refuseClientComponents(nextFolder, await readRoutes(nextFolder));
      }
      await prerenderPages(this.#release.template, [...pages.keys()]);
      if (start === 0 && needsShared) await this.#copyShared();
      await forEachAtOnce(batch, ahead, (piece) => this.#finish(piece));
      onProgress(start + batch.length);
    }
    if (this.#faults.length > 0) {
      throw new UserError(`Search engines would find faults:\n  ${this.#faults.join('\n  ')}`);
    }
  }

  close(): Promise<void> {
    return this.#finishing.close();
  }

  async *#plan(pages: readonly Page[]): AsyncGenerator<PlannedPage> {
    for (let start = 0; start < pages.length; start += ahead) {
      yield* await Promise.all(
        pages.slice(start, start + ahead).map(async ({ kind, address, params, view, entry }) => {
          const answer = entry && shownAnswer(await this.#release.answers.get(await readAnswer(entry)));
          return { kind, address, params, view: { ...view(), ...(answer && { answer }) } };
        }),
      );
    }
  }

  async #finish({ key, paths, page }: PagePiece): Promise<void> {
    const reply = await this.#finishing.run({
      from: prerenderedFile(page.address),
      address: page.address,
      releaseFolder: this.#release.folder,
      paths,
    });
    if ('fault' in reply)
      throw new UserError(`The page ${page.address} could not be finished: ${reply.fault}`);
    const { sizes, targets, faults } = reply.result;
    this.#faults.push(...faults);
    // A page with faults is not written down, so that the next build makes it again.
    if (faults.length > 0) return;
    for (const [index, path] of paths.entries()) {
      this.#release.journal.add({ path, key, size: sizes[index] ?? 0, targets: index === 0 ? targets : [] });
    }
  }

  /** Copies what pages need besides themselves. */
  async #copyShared(): Promise<void> {
    for (const { file, path } of await sharedFiles()) {
      const bytes = await readFile(file);
      writeNew(join(this.#release.folder, path), bytes);
      this.#release.journal.add({ path, key: this.#release.template, size: bytes.length, targets: [] });
    }
  }
}
