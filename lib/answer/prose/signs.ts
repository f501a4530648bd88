import type { Root } from 'mdast';

import { listNodes } from '../nodes';

/**
 * Code points that Unicode reserves for use inside a program. Each stands for a sign that means nothing at its place, so
 * that Markdown sees a letter there.
 */
const covers = new Map([
  ['*', '\uFDD8'],
  ['_', '\uFDD9'],
  ['~', '\uFDDA'],
  ['|', '\uFDDB'],
]);

const signs = new Map([...covers].map(([sign, cover]) => [cover, sign]));

const anyCover = /[\uFDD8-\uFDDB]/g;

/** A text in which the signs `*`, `_`, `~` and `|` at some offsets mean nothing to Markdown. It keeps its length. */
export function coverSigns(text: string, offsets: Iterable<number>): string {
  let covered = '';
  for (const offset of [...new Set(offsets)].sort((a, b) => a - b)) {
    const sign = text.charAt(offset);
    covered += text.slice(covered.length, offset) + (covers.get(sign) ?? sign);
  }
  return covered + text.slice(covered.length);
}

/** The signs that were covered, wherever they came to stand in a tree. */
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
