import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { parseAnswer } from '@/lib/answer/parse';
import { renderAnswer } from '@/lib/answer/render';
import { loadCatalogue } from '@/lib/catalogue/load';
import { readAnswer } from '@/lib/catalogue/read-entry';
import { markdownFile } from '@/lib/release/plan/page-artifacts';
import { updateSearchIndex, type SearchChange } from '@/lib/search/search-index';
import { questionMarkdown } from '@/lib/seo/markdown';
import { extraPages } from './pages';

/** The subject of the extra pages. Its choice does not affect the results. */
const extraSubject = 'computer-science';
const firstExtraId = 990_001;

/**
 * Writes a site with the questions of the library and the extra pages, and their content beside it. For our
 * search, it contains the Markdown copy of each question, the index and the scripts; for other engines, a
 * plain HTML page of each question.
 */
export async function writeSearchSite(site: string): Promise<void> {
  const content = `${site}-content`;
  await writeContent(content);
  const catalogue = loadCatalogue(content);
  const changes: SearchChange[] = [];
  for (const entry of catalogue.entries) {
    const { html, markdown } = renderAnswer(parseAnswer(readAnswer(entry, content)));
    const published = questionMarkdown(
      entry,
      catalogue.subjectOf(entry),
      markdown,
      catalogue.addressesOf(entry),
    );
    if (catalogue.canonical(entry) === entry) changes.push({ after: published });
    await writeInto(site, markdownFile(entry.address), published);
    await writeInto(site, `${entry.address.slice(1)}.html`, page(entry.question, entry.shortAnswer, html));
  }
  await updateSearchIndex({ release: site, subjects: catalogue.subjects, changes });
  await cp('public/scripts', join(site, 'scripts'), { recursive: true });
  await writeInto(site, 'index.html', '<!DOCTYPE html><html lang="en"><title>Search</title></html>');
}

async function writeContent(folder: string): Promise<void> {
  await cp('content', folder, { recursive: true });
  for (const [index, { slug, question, answer }] of extraPages.entries()) {
    const head = [
      `id: ${firstExtraId + index}`,
      'date: 2025-01-01',
      `title: ${JSON.stringify(question)}`,
      'subject: Computer Science',
      'seo:',
      '  page_description: A page of the benchmark of the search.',
    ];
    await writeInto(folder, `${extraSubject}/${slug}.md`, `---\n${head.join('\n')}\n---\n\n${answer}\n`);
  }
}

/** A page for Pagefind, which indexes the element `main`. */
function page(question: string, shortAnswer: string | undefined, answer: string): string {
  const short = shortAnswer === undefined ? '' : `<p>${escapeHtml(shortAnswer)}</p>`;
  const heading = `<h1>${escapeHtml(question)}</h1>`;
  return `<!DOCTYPE html><html lang="en"><title>Page</title><main data-pagefind-body>${heading}${short}${answer}</main></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'));
}

async function writeInto(folder: string, path: string, content: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}
