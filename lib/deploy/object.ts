import { hash } from 'node:crypto';

import { addressOf } from '@/lib/release/changes';
import { isCompressed } from '@/lib/release/artifacts/compressed';
import { headerRules, headersOf } from '@/lib/hosting/headers';
import { headersHostFile } from '@/lib/hosting/headers-file';
import { redirectsHostFile, redirectsMapFile } from '@/lib/hosting/redirects';
import { UserError } from '@/lib/user-error';
import { contentTypeOf, contentTypes } from './content-types';

/** What a store of objects keeps beside the bytes of a file, and sends with them. */
export interface ObjectHeaders {
  type: string;
  cacheControl: string;
}

const forServers = new Set([headersHostFile, redirectsHostFile, redirectsMapFile]);

/** Whether a file of a release is read by web servers alone. A CDN compresses by itself. */
export function isForServers(path: string): boolean {
  return forServers.has(path) || isCompressed(path);
}

/**
 * The name of the object that holds a file of a release: its address, so that a CDN finds it without rules. The home page
 * and the page for what is not there have the names that CDNs ask to be told.
 */
export function objectKey(path: string): string {
  return path === 'index.html' || path === '404.html' ? path : addressOf(path).slice(1);
}

/** A hash of everything that {@link objectHeaders} depends on besides the path. */
export function headersVersion(): string {
  const cacheControl = headerRules.map(({ source, headers }) => [source, headers['Cache-Control']]);
  const types = Object.keys(contentTypes).map((ending) => contentTypeOf(`file.${ending}`));
  return hash('sha256', JSON.stringify([types, cacheControl])).slice(0, 16);
}

/** @throws UserError for a file of a kind that no header was chosen for */
export function objectHeaders(path: string): ObjectHeaders {
  const type = contentTypeOf(path);
  if (type === undefined) {
    throw new UserError(`Nobody said what ${path} is: add its ending to lib/deploy/content-types.ts.`);
  }
  return { type, cacheControl: headersOf(addressOf(path))['Cache-Control'] ?? '' };
}
