import { extname } from 'node:path';

/** What a published file is, by the ending of its name. */
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
 * Whether a media type holds text, all of which we write in UTF-8: those of `text`, JSON and XML, also under names of
 * their own (`+json` and `+xml`, RFC 6839).
 */
export function isTextual(type: string): boolean {
  return /^text\/|[/+](?:json|xml)$/.test(type);
}

/** The `Content-Type` of a published file, with its character encoding where it is text; undefined for an unknown ending. */
export function contentTypeOf(path: string): string | undefined {
  const type = contentTypes[extname(path).slice(1)];
  return type !== undefined && isTextual(type) ? `${type}; charset=utf-8` : type;
}
