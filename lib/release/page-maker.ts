import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Answers } from '@/lib/answer/answers';
import { contentFolder, displayPath } from '@/lib/catalogue/content-folder';
import type { Entry } from '@/lib/catalogue/entry';
import type { MenuSubject } from '@/lib/catalogue/menu';
import { forEachAtOnce } from '@/lib/at-once';
import { sheetPath } from '@/lib/site';
import { isAlone, type Page } from '@/lib/pages/pages';
import { writePlan, type PlannedPage, type WrittenPlan } from '@/lib/pages/plan';
import { shownAnswer, type ShownAnswer } from '@/lib/pages/question';
import { errorAt, formatProblem } from '@/lib/source/problem';
import { ThreadPool } from '@/lib/threads/pool';
import { UserError } from '@/lib/user-error';
import type { FinishedFile, FinishRequest } from './finish-worker';
import type { Journal } from './manifest';
import type { PagePiece } from './pieces';
import {
  compileSite,
  planFolder,
  prerenderedFile,
  prerenderPages,
  sharedFiles,
  type NextRun,
} from './prerender';
import { writeNew } from './write-new';

/** Pages that are exported at a time: more take more memory, fewer start Next.js more often. */
const batchSize = 5000;

/** Pages that are rendered or finished at a time; more would only wait in memory. */
const ahead = 16;

/** How long a sheet of long answers may take. */
const finishMilliseconds = 30_000;

/** A file that Next.js makes: a page, or a sheet of them. */
interface MadeFile {
  /** By which Next.js knows it. */
  address: string;
  isSheet: boolean;
  pieces: readonly PagePiece[];
}

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
  /** Next.js, waiting to make the first pages. */
  begun?: NextRun | undefined;
  /** Publishes what can be, and reports what cannot. */
  skipBroken: boolean;
  report: (line: string) => void;
}

/** Makes pages: renders their answers, has Next.js make them, and finishes what it made. */
export class PageMaker {
  readonly #release: PagesRelease;
  readonly #faults: string[] = [];
  readonly #finishing = new ThreadPool<FinishRequest, FinishedFile[]>('lib/release/finish-worker.ts', {
    milliseconds: finishMilliseconds,
  });

  #begun: NextRun | undefined;

  constructor(release: PagesRelease) {
    this.#release = release;
    this.#begun = release.begun;
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
    let finishing = Promise.resolve();
    for (let start = 0; start < pieces.length; start += batchSize) {
      const batch = pieces.slice(start, start + batchSize);
      const made = await this.#prerender(batch, start === 0, needsShared);
      await finishing;
      const finish = (file: MadeFile) => this.#finish(file);
      // Next.js makes these again with the next batch, beside which the others are finished.
      const [again, others] = [made.filter(isMadeAgain), made.filter((file) => !isMadeAgain(file))];
      await forEachAtOnce(again, ahead, finish);
      finishing = forEachAtOnce(others, ahead, finish).then(() => {
        onProgress(start + batch.length);
      });
      // It fails while the next batch is made, and is heard of after it.
      finishing.catch(() => undefined);
    }
    await finishing;
    if (this.#faults.length > 0) {
      throw new UserError(`Search engines would find faults:\n  ${this.#faults.join('\n  ')}`);
    }
  }

  async #prerender(batch: readonly PagePiece[], isFirst: boolean, needsShared: boolean): Promise<MadeFile[]> {
    const { always, menu, template } = this.#release;
    const pages = new Map([...always, ...batch.map(({ page }) => page)].map((page) => [page.address, page]));
    const plan = await writePlan(planFolder, menu, this.#plan([...pages.values()]));
    const made = filesOf(batch, plan.sheets);
    if (isFirst) await compileSite(template);
    await this.#runNext(plan, made);
    if (isFirst && needsShared) await this.#copyShared();
    return made;
  }

  async #runNext(plan: WrittenPlan, files: readonly MadeFile[]): Promise<void> {
    const begun = this.#begun;
    this.#begun = undefined;
    try {
      await prerenderPages(
        this.#release.template,
        plan,
        files.map(({ address }) => address),
        begun,
      );
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const sheets = files.filter(
        ({ isSheet, address }) => isSheet && error.message.includes(`"${address}"`),
      );
      const lines = sheets.map(
        ({ address, pieces }) => `\n${address} is made of ${pieces.map(({ path }) => path).join(', ')}.`,
      );
      throw new UserError(error.message + lines.join(''));
    }
  }

  close(): Promise<void> {
    return this.#finishing.close();
  }

  async *#plan(pages: readonly Page[]): AsyncGenerator<PlannedPage> {
    for (let start = 0; start < pages.length; start += ahead) {
      yield* await Promise.all(
        pages.slice(start, start + ahead).map(async ({ kind, address, params, view, entry }) => {
          const answer = entry && (await this.#answer(entry));
          return { kind, address, params, view: { ...view(), ...(answer && { answer }) } };
        }),
      );
    }
  }

  /** @throws UserError for an answer that took too long, which a check cannot know */
  async #answer(entry: Entry): Promise<ShownAnswer> {
    const answer = await this.#release.answers.get(entry);
    const failure = answer.remarks.find(({ code }) => code === 'answer-failed');
    if (failure) {
      const file = displayPath(contentFolder(), entry.path);
      const line = formatProblem({ file, ...errorAt({ line: 1, column: 1 }, failure.code, failure.message) });
      if (!this.#release.skipBroken) throw new UserError(line);
      this.#release.report(line);
    }
    return shownAnswer(answer);
  }

  async #finish({ address, isSheet, pieces }: MadeFile): Promise<void> {
    const reply = await this.#finishing.run({
      from: prerenderedFile(address),
      isSheet,
      pages: pieces.map(({ page, path }) => ({ address: page.address, path })),
      releaseFolder: this.#release.folder,
    });
    if ('fault' in reply) throw new UserError(`The page ${address} could not be finished: ${reply.fault}`);
    pieces.forEach(({ key, path, stamp }, index) => {
      const file = reply.result[index];
      if (!file) return;
      const { size, targets, faults } = file;
      this.#faults.push(...faults);
      // A page with faults is not written down, so that the next build makes it again.
      if (faults.length === 0) this.#release.journal.add({ path, key, size, targets, stamp });
    });
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

function filesOf(pieces: readonly PagePiece[], sheets: ReadonlyMap<string, readonly string[]>): MadeFile[] {
  const questions = new Map(
    pieces.filter(({ page }) => page.kind === 'question').map((piece) => [piece.page.address, piece]),
  );
  return [
    ...pieces
      .filter(({ page }) => page.kind !== 'question')
      .map((piece) => ({ address: piece.page.address, isSheet: false, pieces: [piece] })),
    ...[...sheets].map(([name, addresses]) => ({
      address: sheetPath(name),
      isSheet: true,
      pieces: addresses.flatMap((address) => questions.get(address) ?? []),
    })),
  ];
}

function isMadeAgain({ pieces: [piece] }: MadeFile): boolean {
  return piece !== undefined && isAlone(piece.page);
}
