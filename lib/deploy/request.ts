import { posix } from 'node:path';

import { addressOf } from '@/lib/release/changes';

/**
 * The path that a request asks for, decoded; undefined where it is malformed. A request may name the host, too
 * (RFC 9112, section 3.2.2).
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

/** The address that a path is another way to write: without `.html`, steps up, and slashes that are not needed. */
export function cleanAddress(path: string): string {
  return addressOf(posix.normalize(path).slice(1).replace(/\/$/, ''));
}

/**
 * Whether a `Range` header asks for one part, given by its first byte: all others need not be answered with a part
 * (RFC 9110, section 14.2).
 */
export function isOneRange(range: string | undefined): boolean {
  const [, first, last = 'Infinity'] = /^bytes=(\d+)-([1-9]\d*)?$/.exec(range ?? '') ?? [];
  return first !== undefined && Number(first) <= Number(last);
}
