import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { chromium, type Browser } from '@playwright/test';

import { findBrowser } from '@/e2e/browser/find';
import type { Catalogue } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import { markdownFile } from '@/lib/release/plan/page-artifacts';
import { updateSearchIndex, type SearchChange } from '@/lib/search/search-index';
import { questionMarkdown } from '@/lib/seo/markdown';
import { serveSite } from '@/lib/deploy/serve';
import { generateCatalogue } from './library/catalogue';
import { generateQuestion } from './library/questions';
import { describeDurations, milliseconds } from './running/figures';
import type { BenchOptions } from './running/options';
import { measureSearchQuality } from './search-quality/measure';

const library = { count: 10_000, commits: 0, alike: 1 };

/** Number of queries: two words of a title, one word, and the beginning of a word. */
const queryCount = 9;

/**
 * Measures the time to make and to update an index of generated questions, and the first search of a new
 * reader.
 */
export async function measureSearch(options: BenchOptions): Promise<string[]> {
  const folder = join(options.folder, 'search');
  const catalogue = generateCatalogue(library);
  const [release, next] = [join(folder, 'first'), join(folder, 'second')];
  const { subjects } = catalogue;
  const changes = await publish(release, catalogue);
  const built = await time(() => updateSearchIndex({ release, subjects, changes }));
  const before = changes[0]?.after ?? '';
  const edit = { before, after: `${before}\nAnother sentence about quokkas.\n` };
  const updated = await time(() =>
    updateSearchIndex({ release: next, previous: release, subjects, changes: [edit] }),
  );
  const contents = gzipSync(await readFile(join(release, 'search-index/contents.json')));
  const { bytes, durations } = await searchInBrowser(release, catalogue.entries);
  const { median } = describeDurations(durations);
  return [
    ...(await measureSearchQuality(join(folder, 'quality'))),
    `Search index of ${library.count} questions: ${milliseconds(built)}, after one edit ${milliseconds(updated)}`,
    `First file of every search: ${kilobytes(contents.byteLength)} gzipped`,
    `First search, scripts, index and excerpts: median ${kilobytes(describeDurations(bytes).median)}, most ${kilobytes(Math.max(...bytes))}`,
    `From the last key to results: median ${milliseconds(median)}, most ${milliseconds(Math.max(...durations))}`,
  ];
}

/** A release with the published Markdown and the site's scripts. */
async function publish(release: string, catalogue: Catalogue): Promise<SearchChange[]> {
  const changes: SearchChange[] = [];
  for (const entry of catalogue.entries) {
    const { answer } = generateQuestion(entry.id - 1, library);
    const after = questionMarkdown(entry, catalogue.subjectOf(entry), answer);
    changes.push({ after });
    const path = join(release, markdownFile(entry.address));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, after);
  }
  await cp('public/scripts', join(release, 'scripts'), { recursive: true });
  await writeFile(
    join(release, 'index.html'),
    '<!DOCTYPE html><title>Search</title><script type="module" src="/scripts/search-dialog.js"></script>',
  );
  return changes;
}

/** Measures first searches, each in a new browser context. */
async function searchInBrowser(release: string, entries: readonly Entry[]) {
  const server = await serveSite(release, 0);
  const browser = await chromium.launch({ executablePath: findBrowser() });
  try {
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const bytes: number[] = [];
    const durations: number[] = [];
    for (let number = 0; number < queryCount; number += 1) {
      const title = entries[number * 997]?.question ?? '';
      const measured = await searchOnce(browser, `http://localhost:${port ?? 0}/`, queryFrom(title, number));
      bytes.push(measured.bytes);
      durations.push(measured.duration);
    }
    return { bytes, durations };
  } finally {
    await browser.close();
    server.close();
  }
}

function queryFrom(title: string, number: number): string {
  const [, , first = '', second = ''] = title.split(' ');
  if (number % 3 === 0) return `${first} ${second}`;
  return number % 3 === 1 ? first : `${first} ${second.slice(0, 4)}`;
}

async function searchOnce(browser: Browser, address: string, query: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    if (request.url() === address) return;
    sizes.push(
      request
        .sizes()
        .then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize),
    );
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.keyboard.press('/');
  const field = page.getByRole('searchbox');
  await field.waitFor();
  const duration = await field.evaluate(async (input: HTMLInputElement, text) => {
    const dialog = input.closest('dialog');
    const started = performance.now();
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!dialog?.querySelector('.search-result')) return;
        observer.disconnect();
        resolve();
      });
      if (dialog) observer.observe(dialog, { childList: true, subtree: true });
    });
    return performance.now() - started;
  }, query);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.search-excerpt')].every((excerpt) => excerpt.textContent !== ''),
  );
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await context.close();
  return { bytes, duration };
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function kilobytes(bytes: number): string {
  return `${Number((bytes / 1000).toPrecision(3))} KB`;
}
