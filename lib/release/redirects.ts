import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { Redirects } from '@/lib/catalogue/redirects';
import { absoluteUrl } from '@/lib/site';

/** Read by Cloudflare Pages, Netlify and others, and by `npm start`. */
const hostFile = '_redirects';

/** Included by the nginx configuration. */
const nginxFile = 'redirects.map';

/** Writes moved addresses in every form that a host we document understands, and as pages for the others. */
export async function writeRedirects(releaseFolder: string, redirects: Redirects): Promise<void> {
  const lines = [...redirects].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [from, to] of lines) {
    const page = join(releaseFolder, `${from}.html`);
    await mkdir(dirname(page), { recursive: true });
    await writeFile(page, redirectPage(to));
  }
  const text = (write: (from: string, to: string) => string) =>
    lines.map(([from, to]) => `${write(from, to)}\n`).join('');
  await writeFile(
    join(releaseFolder, hostFile),
    text((from, to) => `${from} ${to} 301`),
  );
  await writeFile(
    join(releaseFolder, nginxFile),
    text((from, to) => `${from} ${to};`),
  );
}

/** The moved addresses of a release. */
export async function readWrittenRedirects(
  releaseFolder: string,
): Promise<{ source: string; destination: string }[]> {
  const text = await readFile(join(releaseFolder, hostFile), 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [source = '', destination = ''] = line.split(' ');
      return { source, destination };
    });
}

/** Google takes a refresh without delay for a permanent redirect (Search Central, "Redirects and Google Search"). */
function redirectPage(to: string): string {
  return (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Moved</title>' +
    `<link rel="canonical" href="${absoluteUrl(to)}"><meta http-equiv="refresh" content="0;url=${to}">` +
    `</head><body><p>This question moved to <a href="${to}">its new address</a>.</p></body></html>`
  );
}
