import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

import { Answers } from '@/lib/answer/answers';
import { readAnswer } from '@/lib/catalogue/load';
import type { MenuSubject } from '@/lib/catalogue/menu';
import { forEachAtOnce } from '@/lib/at-once';
import type { Page } from '@/lib/pages/pages';
import { writePlan, type PlannedPage } from '@/lib/pages/plan';
import { ThreadPool } from '@/lib/threads/pool';
import { UserError } from '@/lib/user-error';
import { exportFolder, exportSite, nextFolder, planFolder } from './export';
import type { FinishedFiles, FinishRequest } from './finish-worker';
import type { Journal } from './manifest';
import { documentPath, type PagePiece } from './pieces';
import { readRoutes, refuseClientComponents } from './routes';
import { scriptsFolder } from './scripts';
import { writeNew } from './write-new';

/** Pages that are exported at a time: more take more memory, fewer start Next.js more often. */
const batchSize = 5000;

/** Pages that are rendered or finished at a time; more would only wait in memory. */
const ahead = 16;

/** Makes pages: renders their answers, has Next.js export them, and finishes what it exported. */
export class PageMaker {
  readonly #releaseFolder: string;
  readonly #journal: Journal;
  readonly #template: string;
  readonly #menu: readonly MenuSubject[];
  readonly #answers: Answers;
  readonly #finishing = new ThreadPool<FinishRequest, FinishedFiles>('lib/release/finish-worker.ts');

  private constructor(
    releaseFolder: string,
    journal: Journal,
    template: string,
    menu: readonly MenuSubject[],
    answers: Answers,
  ) {
    this.#releaseFolder = releaseFolder;
    this.#journal = journal;
    this.#template = template;
    this.#menu = menu;
    this.#answers = answers;
  }

  /**
   * @param template the key of the files that all pages share
   * @param menu the subjects that all pages name
   */
  static async open(
    releaseFolder: string,
    journal: Journal,
    template: string,
    menu: readonly MenuSubject[],
  ): Promise<PageMaker> {
    return new PageMaker(releaseFolder, journal, template, menu, await Answers.open());
  }

  /**
   * @param always pages that Next.js exports every time, since their addresses have no parameters
   * @param needsShared whether the release lacks the files that all pages share
   * @param onProgress is told how many pages are made
   */
  async make(
    pieces: readonly PagePiece[],
    always: readonly Page[],
    needsShared: boolean,
    onProgress: (done: number) => void,
  ): Promise<void> {
    for (let start = 0; start < pieces.length; start += batchSize) {
      const batch = pieces.slice(start, start + batchSize);
      const pages = new Map(
        [...always, ...batch.map(({ page }) => page)].map((page) => [page.address, page]),
      );
      await writePlan(planFolder, this.#menu, this.#plan([...pages.values()]));
      await exportSite(this.#template);
      if (start === 0) {
        await refuseClientComponents(nextFolder, await readRoutes(nextFolder));
        if (needsShared) await this.#copyShared();
      }
      await forEachAtOnce(batch, ahead, (piece) => this.#finish(piece));
      onProgress(start + batch.length);
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#answers.close(), this.#finishing.close()]);
  }

  async *#plan(pages: readonly Page[]): AsyncGenerator<PlannedPage> {
    for (let start = 0; start < pages.length; start += ahead) {
      yield* await Promise.all(
        pages.slice(start, start + ahead).map(async ({ kind, address, params, view, entry }) => {
          const answer = entry && (await this.#answers.get(await readAnswer(entry)));
          return { kind, address, params, view: { ...view(), ...(answer && { answer }) } };
        }),
      );
    }
  }

  async #finish({ key, paths, page }: PagePiece): Promise<void> {
    const reply = await this.#finishing.run({
      from: join(exportFolder, documentPath(page.address)),
      releaseFolder: this.#releaseFolder,
      paths,
    });
    if ('fault' in reply)
      throw new UserError(`The page ${page.address} could not be finished: ${reply.fault}`);
    const { sizes, targets } = reply.result;
    for (const [index, path] of paths.entries()) {
      this.#journal.add({ path, key, size: sizes[index] ?? 0, targets: index === 0 ? targets : [] });
    }
  }

  /** Copies what Next.js exported besides pages: styles, scripts and icons. */
  async #copyShared(): Promise<void> {
    for (const path of await sharedFiles(exportFolder)) {
      const bytes = await readFile(join(exportFolder, path));
      writeNew(join(this.#releaseFolder, path), bytes);
      this.#journal.add({ path, key: this.#template, size: bytes.length, targets: [] });
    }
  }
}

/**
 * Not pages, nor the `.txt` files from which Next's router navigates, nor the modules of our scripts, which a release has
 * in another form.
 */
async function sharedFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.(html|txt)$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.startsWith(`${scriptsFolder}/`))
    .sort();
}
