import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { decodeEscapes } from '@/lib/answer/escapes';
import { renderMarkdown } from '@/lib/answer/render';
import { readContent } from '@/lib/catalogue/content-folder';
import { checkLibrary } from '@/lib/edit/check';
import { examine } from '@/lib/edit/examine';
import { readArticle } from '@/lib/source/article';
import type { Problem } from '@/lib/source/problem';

/** What a check of a content folder found, and what it took. */
export interface Measurement {
  problems: Problem[];
  /** Megabytes that the program had in memory when it had most. */
  peak: number;
  /** The file that took the processor longest to examine and to render, and for how many milliseconds. */
  slowest: { path: string; milliseconds: number };
  /** Whether something that a file says became part of the program. */
  isPolluted: boolean;
}

/** Measures in this process, for a program of its own: run by the test of the hostile files. */
async function measure(folder: string, paths: readonly string[]): Promise<Measurement> {
  const { problems } = await checkLibrary(folder);
  const peak = process.resourceUsage().maxRSS / 1024;
  let slowest = { path: '', milliseconds: 0 };
  for (const path of paths) {
    const started = process.cpuUsage();
    const source = { file: path, path, bytes: await readContent(folder, path) };
    examine(source);
    const { article } = readArticle(source);
    if (article) {
      const { form, text } = article.answer;
      renderMarkdown(form === 'escaped' ? decodeEscapes(text) : text);
    }
    const { user, system } = process.cpuUsage(started);
    const milliseconds = (user + system) / 1000;
    if (milliseconds > slowest.milliseconds) slowest = { path, milliseconds };
  }
  const isPolluted = 'canary' in globalThis || 'polluted' in {} || 'polluted' in Object;
  return { problems, peak, slowest, isPolluted };
}

const [folder = '', listed = ''] = process.argv.slice(2);
const paths = readFileSync(join(listed), 'utf8').split('\0').filter(Boolean);
console.log(JSON.stringify(await measure(folder, paths)));
