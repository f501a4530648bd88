import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { isSystemError } from '@/lib/system-error';

/** Read by Cloudflare Pages, Netlify and others, and by `npm start`. */
export const redirectsHostFile = '_redirects';

/** Included by the nginx configuration. */
export const redirectsMapFile = 'redirects.map';

/** The moved addresses of a release, and where each leads. */
export async function readRedirectsOf(release: string): Promise<Map<string, string>> {
  const lines = (await readText(join(release, redirectsHostFile))).split('\n').filter(Boolean);
  return new Map(
    lines.map((line) => {
      const [from = '', to = ''] = line.split(' ');
      return [from, to];
    }),
  );
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return '';
    throw error;
  }
}
