import type { Root } from 'mdast';

import { listNodes } from '../nodes';

/**
 * Unicode noncharacters, each of which replaces a character that should have no special meaning, so that
 * Markdown treats it as a letter.
 */
const covers = new Map([
  ['*', '\uFDD8'],
  ['_', '\uFDD9'],
  ['~', '\uFDDA'],
  ['|', '\uFDDB'],
]);

const signs = new Map([...covers].map(([sign, cover]) => [cover, sign]));

const anyCover = /[\uFDD8-\uFDDB]/g;

/**
 * Covers the characters `*`, `_`, `~` and `|` at the given offsets, so that Markdown treats them as letters.
 * The length does not change.
 */
export function coverSigns(text: string, offsets: Iterable<number>): string {
  let covered = '';
  for (const offset of [...new Set(offsets)].sort((a, b) => a - b)) {
    const sign = text.charAt(offset);
    covered += text.slice(covered.length, offset) + (covers.get(sign) ?? sign);
  }
  return covered + text.slice(covered.length);
}

/** Restores the covered characters in a tree. */
export function uncoverSigns(document: Root): void {
  for (const node of listNodes(document)) {
    const texts = node as Partial<Record<(typeof withText)[number], unknown>>;
    for (const key of withText) {
      const text = texts[key];
      if (typeof text === 'string') texts[key] = text.replace(anyCover, (cover) => signs.get(cover) ?? cover);
    }
  }
}

const withText = ['value', 'url', 'title', 'alt', 'label', 'identifier', 'lang', 'meta'] as const;
