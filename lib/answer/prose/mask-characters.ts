import type { Root } from 'mdast';

import { listNodes } from '../nodes';

/**
 * Unicode noncharacters, each of which replaces a character that should have no special meaning, so that
 * Markdown treats it as a letter.
 */
const maskOf = new Map([
  ['*', '\uFDD8'],
  ['_', '\uFDD9'],
  ['~', '\uFDDA'],
  ['|', '\uFDDB'],
]);

const characterOf = new Map([...maskOf].map(([character, mask]) => [mask, character]));

const anyMask = /[\uFDD8-\uFDDB]/g;

/**
 * Masks the characters `*`, `_`, `~` and `|` at the given offsets, so that Markdown treats them as letters.
 * The length does not change.
 */
export function maskCharacters(text: string, offsets: Iterable<number>): string {
  let masked = '';
  for (const offset of [...new Set(offsets)].sort((a, b) => a - b)) {
    const character = text.charAt(offset);
    masked += text.slice(masked.length, offset) + (maskOf.get(character) ?? character);
  }
  return masked + text.slice(masked.length);
}

/** Restores the masked characters in a tree. */
export function unmaskCharacters(document: Root): void {
  for (const node of listNodes(document)) {
    const texts = node as Partial<Record<(typeof withText)[number], unknown>>;
    for (const key of withText) {
      const text = texts[key];
      if (typeof text === 'string')
        texts[key] = text.replace(anyMask, (mask) => characterOf.get(mask) ?? mask);
    }
  }
}

const withText = ['value', 'url', 'title', 'alt', 'label', 'identifier', 'lang', 'meta'] as const;
