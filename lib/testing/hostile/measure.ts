import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseAnswer } from '@/lib/answer/parse';
import { renderAnswer } from '@/lib/answer/render';
import { readContent } from '@/lib/catalogue/content-folder';
import { checkLibrary } from '@/lib/edit/check';
import { examineAndRender } from '@/lib/edit/examine';
import { readArticle, type SourceFile } from '@/lib/source/article';
import { memoryOf } from '../process-tree';
import { timeOnProcessor } from '../processor-time';

/** What it took to check a content folder. */
export interface Measurement {
  /** Megabytes that the program and the processes that it started had in memory when they had most. */
  peak: number;
  /** The file that took the processor longest to examine and to render, and for how many milliseconds. */
  slowest: { path: string; milliseconds: number };
  /** Whether something that a file says became part of the program. */
  isPolluted: boolean;
}

/** Between two looks at the memory. */
const sampleMilliseconds = 200;

/** Measures in this process, for a program of its own: run by the test of the hostile files. */
async function measure(folder: string, paths: readonly string[]): Promise<Measurement> {
  let inProcesses = 0;
  const timer = setInterval(() => {
    inProcesses = Math.max(inProcesses, memoryOf(process.pid));
  }, sampleMilliseconds);
  await checkLibrary(folder);
  clearInterval(timer);
  // Systems other than Linux tell of this process alone.
  const peak = Math.max(inProcesses, process.resourceUsage().maxRSS / 1024);
  let slowest = { path: '', milliseconds: 0 };
  for (const path of paths) {
    const source = { file: path, path, bytes: await readContent(folder, path) };
    const { milliseconds } = timeOnProcessor(() => {
      // Not even what a build refuses may harm whoever renders it.
      if (!examineAndRender(source).rendered) renderRefused(source);
    });
    if (milliseconds > slowest.milliseconds) slowest = { path, milliseconds };
  }
  const isPolluted = 'canary' in globalThis || 'polluted' in {} || 'polluted' in Object;
  return { peak, slowest, isPolluted };
}

function renderRefused(source: SourceFile): void {
  const { article } = readArticle(source);
  if (article) renderAnswer(parseAnswer(article.answer));
}

const [folder = '', listed = ''] = process.argv.slice(2);
const paths = readFileSync(join(listed), 'utf8').split('\0').filter(Boolean);
console.log(JSON.stringify(await measure(folder, paths)));
