import { posix } from 'node:path';

import { addressOf } from '@/lib/release/changes';

/**
 * The decoded path of a request target; undefined if it is malformed. A target may also contain the host (RFC
 * 9112, section 3.2.2).
 */
export function pathOf(target: string): string | undefined {
  const [encoded = ''] = target.split(/[?#]/);
  try {
    return decodeURIComponent(encoded.startsWith('/') ? encoded : new URL(encoded).pathname);
  } catch (error) {
    if (error instanceof URIError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The clean form of an address: without `.html`, `..` segments and redundant slashes. */
export function cleanAddress(path: string): string {
  return addressOf(posix.normalize(path).slice(1).replace(/\/$/, ''));
}

/**
 * Whether a `Range` header requests a single range with a first byte. A server may ignore all other ranges
 * (RFC 9110, section 14.2).
 */
export function isOneRange(range: string | undefined): boolean {
  const [, first, last = 'Infinity'] = /^bytes=(\d+)-([1-9]\d*)?$/.exec(range ?? '') ?? [];
  return first !== undefined && Number(first) <= Number(last);
}
