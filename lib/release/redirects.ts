import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Redirects } from '@/lib/catalogue/redirects';
import { absoluteUrl } from '@/lib/site';
import { isSystemError } from '@/lib/system-error';
import { keyOf, type Output } from './output';

/** Read by Cloudflare Pages, Netlify and others, and by `npm start`. */
export const redirectsHostFile = '_redirects';

/** Included by the nginx configuration. */
export const redirectsMapFile = 'redirects.map';

/** Moved addresses in every form that a host we document understands, and as pages for the others. */
export function redirectOutputs(redirects: Redirects): Output[] {
  const lines = [...redirects].sort(([a], [b]) => (a < b ? -1 : 1));
  const list = (path: string, line: (from: string, to: string) => string): Output => ({
    path,
    key: keyOf(path, lines),
    make: () => lines.map(([from, to]) => `${line(from, to)}\n`).join(''),
  });
  return [
    list(redirectsHostFile, (from, to) => `${from} ${to} 301`),
    list(redirectsMapFile, (from, to) => `${from} ${to};`),
    ...lines.map(([from, to]) => ({
      path: `${from.slice(1)}.html`,
      key: keyOf(absoluteUrl(to)),
      make: () => redirectPage(to),
    })),
  ];
}

/** The moved addresses of a release. */
export async function readWrittenRedirects(
  releaseFolder: string,
): Promise<{ source: string; destination: string }[]> {
  const text = await readFile(join(releaseFolder, redirectsHostFile), 'utf8').catch((error: unknown) => {
    if (isSystemError(error, 'ENOENT')) return '';
    throw error;
  });
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
