import { expect, test } from 'vitest';

import { makeExcerpt, markMatches, type Piece } from './excerpt.js';
import { readQuery } from './matcher.js';

/** As a reader sees it, marks between brackets. */
function write(pieces: readonly Piece[]): string {
  return pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
}

test('the words of a query are marked in all their forms, and the unfinished last one too', () => {
  expect(
    write(markMatches('Deriving a derivative, <b>derivatives</b> & velocity', readQuery('derivative vel'))),
  ).toBe('Deriving a [derivative], <b>[derivatives]</b> & [velocity]');
});

test('names with signs, words with hyphens and words without spaces are marked whole', () => {
  const mark = (text: string, query: string) => write(markMatches(text, readQuery(query)));
  expect(mark('C and C++.', 'c++')).toBe('C and [C++].');
  expect(mark('An X-ray shows rays', 'xray')).toBe('An [X-ray] shows rays');
  expect(mark('細胞には葉緑体があり', '葉緑体')).toBe('細胞には[葉緑体]があり');
  expect(mark('Here $E$ = mc² is', 'E=mc^2')).toBe('Here $[E]$ = [mc²] is');
});

test('a last word that a space follows is finished', () => {
  expect(write(markMatches('velocity', readQuery('vel ')))).toBe('velocity');
});

test('a word that goes on where an indexed one ends is not marked', () => {
  expect(write(markMatches('angio and angioplasty', readQuery('angioxyz')))).toBe('angio and angioplasty');
});

test('common words are looked for by nobody', () => {
  expect(readQuery('What is the speed of light?').map(({ key }) => key)).toEqual(['speed', 'light']);
});

test('a short text is its own excerpt', () => {
  expect(write(makeExcerpt('Nothing to see.', readQuery('light')))).toBe('Nothing to see.');
});

test('the excerpt of a long text is where most words of the query stand together', () => {
  const filler = Array.from({ length: 100 }, (_, index) => `w${index}`).join(' ');
  const text = `Light first. ${filler} the speed of light ${filler}`;
  const excerpt = write(makeExcerpt(text, readQuery('speed light')));
  expect(excerpt).toMatch(/^… w9\d .* the \[speed\] of \[light\] w0 .* …$/);
  expect(excerpt.split(' ').length).toBeLessThan(36);
});
