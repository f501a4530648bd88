import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Redirects } from '@/lib/catalogue/redirects';
import { absoluteUrl } from '@/lib/site';
import { isSystemError } from '@/lib/system-error';

/** Read by Cloudflare Pages, Netlify and others, and by `npm start`. */
export const redirectsHostFile = '_redirects';

/** Included by the nginx configuration. */
export const redirectsMapFile = 'redirects.map';

/** The redirects in every format that a documented host reads, and as pages for the other hosts. */
export function* redirectFiles(redirects: Redirects): Generator<{ path: string; content: string }> {
  const sorted = [...redirects].sort(([a], [b]) => (a < b ? -1 : 1));
  const list = (line: (from: string, to: string) => string) =>
    sorted.map(([from, to]) => `${line(from, to)}\n`).join('');
  yield { path: redirectsHostFile, content: list((from, to) => `${from} ${to} 301`) };
  yield { path: redirectsMapFile, content: list((from, to) => `${from} ${to};`) };
  for (const [from, to] of sorted) yield { path: `${from.slice(1)}.html`, content: redirectPage(to) };
}

/** Reads the redirects of a release. */
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

/**
 * Google treats a refresh without delay as a permanent redirect (Search Central, "Redirects and Google
 * Search").
 */
function redirectPage(to: string): string {
  return (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Moved</title>' +
    `<link rel="canonical" href="${absoluteUrl(to)}"><meta http-equiv="refresh" content="0;url=${to}">` +
    `</head><body><p>This question moved to <a href="${to}">its new address</a>.</p></body></html>`
  );
}
