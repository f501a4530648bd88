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

/** The cost of checking a content folder. */
export interface Measurement {
  /** Peak memory in megabytes of the program and its child processes. */
  peak: number;
  /** The file with the highest processor time for examining and rendering, in milliseconds. */
  slowest: { path: string; milliseconds: number };
  /** Whether a file changed objects of the program (prototype pollution). */
  isPolluted: boolean;
}

/** Milliseconds between two measurements of memory. */
const sampleMilliseconds = 200;

/** Runs in a separate program, started by the test of hostile files. */
async function measure(folder: string, paths: readonly string[]): Promise<Measurement> {
  let inProcesses = 0;
  const timer = setInterval(() => {
    inProcesses = Math.max(inProcesses, memoryOf(process.pid));
  }, sampleMilliseconds);
  await checkLibrary(folder);
  clearInterval(timer);
  // Systems other than Linux report only this process.
  const peak = Math.max(inProcesses, process.resourceUsage().maxRSS / 1024);
  let slowest = { path: '', milliseconds: 0 };
  for (const path of paths) {
    const source = { file: path, path, bytes: readContent(folder, path) };
    const { milliseconds } = timeOnProcessor(() => {
      // Rendering a rejected file must be harmless as well.
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
