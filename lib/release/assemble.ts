import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

import type { Catalogue } from '@/lib/catalogue/catalogue';
import { finishApp, finishDocument, type FinishedPage } from './finish';
import { scriptsFolder } from './scripts';
import { SearchIndex } from './search-index';
import { standIn } from './stand-in';

/** For every address that a page leads to, one page that does. */
export type Links = Map<string, string>;

/**
 * Makes a release of an export: documents finished, apps with their scripts in a file, the rest as it is.
 *
 * @param appPaths addresses of the pages that keep React
 * @param catalogue the questions that the search index is made of
 * @returns where the release's pages lead, for {@link verifyRelease}
 */
export async function assembleRelease(
  exportFolder: string,
  releaseFolder: string,
  appPaths: ReadonlySet<string>,
  catalogue: Catalogue,
): Promise<Links> {
  const links: Links = new Map();
  const search = await SearchIndex.create(releaseFolder, catalogue);
  const write = async (path: string, content: string) => {
    const target = join(releaseFolder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  };

  for (const path of await listFiles(exportFolder)) {
    if (!isPublished(path)) continue;
    const source = join(exportFolder, path);
    if (!path.endsWith('.html')) {
      await mkdir(dirname(join(releaseFolder, path)), { recursive: true });
      await cp(source, join(releaseFolder, path));
      continue;
    }
    const address = addressOf(path);
    const html = await readFile(source, 'utf8');
    let page: FinishedPage;
    if (appPaths.has(address)) {
      const scriptPath = `_next/static/${createHash('sha256').update(html).digest('hex').slice(0, 16)}.js`;
      const app = finishApp(html, `/${scriptPath}`);
      await write(scriptPath, app.script);
      page = app;
    } else {
      page = finishDocument(html);
    }
    await write(path, page.html);
    const entry = catalogue.find(address);
    if (entry) await search.add(entry, page.html);
    for (const target of page.targets) if (!links.has(target)) links.set(target, address);
  }
  await search.write();
  return links;
}

/**
 * Not the stand-in pages, the second copy of the 404 page, nor the `.txt` files from which Next's router navigates. The
 * modules of our scripts are published in another form.
 */
function isPublished(path: string): boolean {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  const isStandIn = parts.some((part) => part === standIn || part === `${standIn}.html`);
  return !isStandIn && parts[0] !== scriptsFolder && !name.endsWith('.txt') && name !== '_not-found.html';
}

function addressOf(htmlPath: string): string {
  const address = `/${htmlPath.replace(/\.html$/, '')}`;
  return address === '/index' ? '/' : address;
}

/** Paths of all files below a folder, sorted. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
