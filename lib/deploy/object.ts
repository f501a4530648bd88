import { hash } from 'node:crypto';

import { addressOf } from '@/lib/release/changes';
import { isCompressed } from '@/lib/release/artifacts/compressed';
import { headerRules, headersOf } from '@/lib/hosting/headers';
import { headersHostFile } from '@/lib/hosting/headers-file';
import { redirectsHostFile, redirectsMapFile } from '@/lib/hosting/redirects';
import { UserError } from '@/lib/user-error';
import { contentTypeOf, contentTypes } from './content-types';

/** Headers that object storage keeps with a file and sends with it. */
export interface ObjectHeaders {
  type: string;
  cacheControl: string;
}

const forServers = new Set([headersHostFile, redirectsHostFile, redirectsMapFile]);

/** Whether only web servers read a file of a release. A CDN compresses files itself. */
export function isForServers(path: string): boolean {
  return forServers.has(path) || isCompressed(path);
}

/**
 * The key of the object for a file of a release: its address, so that a CDN needs no rules. The home page and
 * the 404 page have the names that CDNs require in their settings.
 */
export function objectKey(path: string): string {
  return path === 'index.html' || path === '404.html' ? path : addressOf(path).slice(1);
}

/** A hash of all inputs of {@link objectHeaders} except the path. */
export function headersVersion(): string {
  const cacheControl = headerRules.map(({ source, headers }) => [source, headers['Cache-Control']]);
  const types = Object.keys(contentTypes).map((ending) => contentTypeOf(`file.${ending}`));
  return hash('sha256', JSON.stringify([types, cacheControl])).slice(0, 16);
}

/** @throws UserError for a file with an unknown extension */
export function objectHeaders(path: string): ObjectHeaders {
  const type = contentTypeOf(path);
  if (type === undefined) {
    throw new UserError(`${path} has no known media type: add its extension to lib/deploy/content-types.ts.`);
  }
  return { type, cacheControl: headersOf(addressOf(path))['Cache-Control'] ?? '' };
}
