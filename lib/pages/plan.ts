import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { z } from 'zod';

import { accents } from '@/lib/catalogue/subjects';
import { isRunning } from '@/lib/is-running';
import type { MenuSubject } from '@/lib/catalogue/menu';
import type { PageKind, Params } from './pages';

/** A page that is to be exported, and all that it shows. */
export interface PlannedPage {
  kind: PageKind;
  address: string;
  params: Params;
  view: unknown;
}

/** Name the folder of a plan, and the process that writes it, to those that make pages of it. */
export const planVariable = 'PAGE_PLAN';
export const plannerVariable = 'PAGE_PLANNER';

/** Between two looks at whether a plan is there. */
const pollMilliseconds = 10;

/** How many questions are made together at most, and of how much in all: more would gain little and take more memory. */
const sheetPages = 50;
const sheetCharacters = 1_000_000;

/** In place of a parameter; no slug and no page number looks like it. */
export const standIn = '_';

const paramsByKind = z.partialRecord(z.string(), z.array(z.record(z.string(), z.string())));

const sheetsOfPlan = z.record(z.string(), z.array(z.string()));

const menu = z.array(z.object({ slug: z.string(), name: z.string(), accent: z.enum(accents) }));

/** A plan of which everything is written but that it is whole. */
export interface WrittenPlan {
  /** The addresses of questions, by the name of the sheet on which they are made together. */
  sheets: ReadonlyMap<string, readonly string[]>;
  /** Lets those begin who wait for the plan. */
  complete: () => Promise<void>;
}

/** Writes down what an export has to make, so that whoever makes the pages reads nothing else. */
export async function writePlan(
  folder: string,
  menu: readonly MenuSubject[],
  pages: AsyncIterable<PlannedPage>,
): Promise<WrittenPlan> {
  await removePlan(folder);
  await mkdir(folder, { recursive: true });
  const params = new Map<PageKind, Params[]>();
  const sheets = new Sheets();
  for await (const { kind, address, params: own, view } of pages) {
    const text = JSON.stringify(view);
    await writeFile(viewFile(folder, address), text);
    if (kind === 'question') {
      sheets.add(address, text.length);
      continue;
    }
    const known = params.get(kind);
    if (known) known.push(own);
    else params.set(kind, [own]);
  }
  await writeFile(sheetsFile(folder), JSON.stringify(Object.fromEntries(sheets.byName)));
  await writeFile(menuFile(folder), JSON.stringify(menu));
  const complete = async () => {
    const draft = `${paramsFile(folder)}.draft`;
    await writeFile(draft, JSON.stringify(Object.fromEntries(params)));
    await rename(draft, paramsFile(folder));
  };
  return { sheets: sheets.byName, complete };
}

/** Takes a plan away, so that whoever needs one waits for the next. */
export async function removePlan(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** Puts questions on sheets, in order. */
class Sheets {
  readonly byName = new Map<string, string[]>();
  #last: string[] = [];
  #room = 0;

  add(address: string, characters: number): void {
    if (this.#last.length === 0 || this.#last.length === sheetPages || characters > this.#room) {
      this.#last = [];
      this.#room = sheetCharacters;
      // No other plan has a sheet of this name: it is made while those of the one before are still read.
      this.byName.set(nameOf(address), this.#last);
    }
    this.#last.push(address);
    this.#room -= characters;
  }
}

/** The parameters of the pages of one kind that a plan names. Waits for the plan. @throws Error when there will be none */
export async function plannedParams(folder: string, kind: PageKind): Promise<Params[]> {
  await waitForPlan(folder);
  const planned = paramsByKind.parse(JSON.parse(await readFile(paramsFile(folder), 'utf8')));
  return planned[kind] ?? [];
}

/** The names of a plan's sheets. Waits for the plan. @throws Error when there will be none */
export async function plannedSheetNames(folder: string): Promise<string[]> {
  await waitForPlan(folder);
  return Object.keys(plannedSheets(folder));
}

async function waitForPlan(folder: string): Promise<void> {
  const planner = Number(process.env[plannerVariable]);
  while (!existsSync(paramsFile(folder))) {
    if (!isRunning(planner)) throw new Error('The build that was to say which pages to make has ended.');
    await setTimeout(pollMilliseconds);
  }
}

/** The addresses of the questions that are made together, by the name of their sheet. */
export function plannedSheets(folder: string): Record<string, string[]> {
  return sheetsOfPlan.parse(JSON.parse(readFileSync(sheetsFile(folder), 'utf8')));
}

/*
 * Views are read at once. The script of an app's page holds what was waited for in the order in which it came, the page
 * for unknown addresses among it: it would not be the same twice if several of its parts waited for files.
 */

/** The subjects that all pages of a plan name. */
export function plannedMenu(folder: string): MenuSubject[] {
  return menu.parse(JSON.parse(readFileSync(menuFile(folder), 'utf8')));
}

/** What the page at an address shows; undefined when the plan does not name it. */
export function plannedView(folder: string, address: string): unknown {
  const file = viewFile(folder, address);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function menuFile(folder: string): string {
  return join(/* turbopackIgnore: true */ folder, 'menu.json');
}

function sheetsFile(folder: string): string {
  return join(/* turbopackIgnore: true */ folder, 'sheets.json');
}

function paramsFile(folder: string): string {
  return join(/* turbopackIgnore: true */ folder, 'params.json');
}

function viewFile(folder: string, address: string): string {
  return join(/* turbopackIgnore: true */ folder, `${nameOf(address)}.json`);
}

function nameOf(address: string): string {
  return createHash('sha256').update(address).digest('hex').slice(0, 32);
}
