import { expect, test } from 'vitest';

import { fullShare, Palette } from './palette';

const grays = Array.from({ length: 16 }, (_, index) => `#${index.toString(16).repeat(6)}`);
const palette = new Palette(grays);

test('a color has the index of the nearest one', () => {
  expect(['#000000', '#090909', '#0a0807', '#fefefe'].map((color) => palette.indexOf(color))).toEqual([
    0, 1, 0, 15,
  ]);
});

test('a color is mixed into one of two pixels', () => {
  const mixtures = palette.mixturesWith('#ffffff');
  const mix = (share: number, pixel: 0 | 1, pixels: number) => mixtures[share * 512 + pixel * 256 + pixels];
  expect([mix(0, 0, 0x35), mix(0, 1, 0x35)]).toEqual([0x35, 0x35]);
  expect([mix(fullShare, 0, 0x35), mix(fullShare, 1, 0x35)]).toEqual([0xf5, 0x3f]);
  expect([mix(32, 0, 0x35), mix(32, 1, 0x35)]).toEqual([0x95, 0x3a]);
});
