import { extname } from 'node:path';

/** The media type of a published file, by its extension. */
export const contentTypes: Readonly<Record<string, string | undefined>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  md: 'text/markdown',
  txt: 'text/plain',
  map: 'text/plain',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  xml: 'application/xml',
  bin: 'application/octet-stream',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
};

/**
 * Whether a media type holds text, always in UTF-8: the `text` types, JSON and XML, including types with the
 * suffixes `+json` and `+xml` (RFC 6839).
 */
export function isTextual(type: string): boolean {
  return /^text\/|[/+](?:json|xml)$/.test(type);
}

/**
 * The `Content-Type` of a published file, with the character encoding for text; undefined for an unknown
 * extension.
 */
export function contentTypeOf(path: string): string | undefined {
  const type = contentTypes[extname(path).slice(1)];
  return type !== undefined && isTextual(type) ? `${type}; charset=utf-8` : type;
}
