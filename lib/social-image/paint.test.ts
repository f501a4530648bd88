import { expect, test } from 'vitest';

import { blankBitmap, rowLengthOf, type Bitmap } from './bitmap';
import { outlineOf, type Outline, type Point } from './outline';
import { paint } from './paint';
import { Palette } from './palette';

const grays = Array.from({ length: 16 }, (_, index) => `#${index.toString(16).repeat(6)}`);
const blank = () => blankBitmap(new Palette(grays), 6, 4, '#000000');

/** The palette indices of each row. */
function indicesOf({ rows, width, height }: Bitmap): string[] {
  const rowLength = rowLengthOf(width);
  return Array.from({ length: height }, (_, row) =>
    Buffer.from(rows.subarray(row * rowLength + 1, (row + 1) * rowLength)).toString('hex'),
  );
}

function painted(outline: Outline, x = 0, y = 0, size = 1): string[] {
  const bitmap = blank();
  paint(bitmap, { outline, x, y, size }, '#ffffff');
  return indicesOf(bitmap);
}

const square: Point[] = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
];

test('a square on whole pixels has sharp edges, in both directions of its outline', () => {
  const expected = ['000000', '0ff000', '0ff000', '000000'];
  expect(painted(outlineOf([square]), 1, 1)).toEqual(expected);
  expect(painted(outlineOf([square.toReversed()]), 1, 1)).toEqual(expected);
  expect(painted(outlineOf([square]), 1, 1, 0.5)).toEqual(['000000', '0f0000', '000000', '000000']);
});

test('a pixel has the share of the color that is covered', () => {
  expect(painted(outlineOf([square]), 1.5, 1)).toEqual(['000000', '08f800', '08f800', '000000']);
  expect(painted(outlineOf([square]), 1.5, 0.5)).toEqual(['048400', '08f800', '048400', '000000']);
});

test('a slanted edge covers a part of each pixel that it crosses', () => {
  const triangle: Point[] = [
    [0, 0],
    [4, 2],
    [0, 2],
  ];
  expect(painted(outlineOf([triangle]))).toEqual(['b40000', 'ffb400', '000000', '000000']);
});

test('overlapping contours of one direction are one area, and a contour of the other direction is a hole', () => {
  const outer: Point[] = [
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 4],
  ];
  const inner = square.map(([x, y]): Point => [x + 1, y + 1]);
  const full = ['ffff00', 'ffff00', 'ffff00', 'ffff00'];
  expect(painted(outlineOf([outer, inner]))).toEqual(full);
  expect(painted(outlineOf([outer, inner.toReversed()]))).toEqual(['ffff00', 'f00f00', 'f00f00', 'ffff00']);
});

test('what is outside of the bitmap is left out', () => {
  expect(painted(outlineOf([square]), -1, -1)).toEqual(['f00000', '000000', '000000', '000000']);
  expect(painted(outlineOf([square]), 5, 3)).toEqual(['000000', '000000', '000000', '00000f']);
  for (const [x, y] of [
    [-9, 0],
    [9, 0],
    [0, -9],
    [0, 9],
  ] as const) {
    expect(painted(outlineOf([square]), x, y)).toEqual(indicesOf(blank()));
  }
});

test('an empty outline covers nothing', () => {
  expect(painted(outlineOf([]))).toEqual(indicesOf(blank()));
});

test('a color is mixed with what is there', () => {
  const bitmap = blank();
  const shape = { outline: outlineOf([square]), x: 1.5, y: 1, size: 1 };
  paint(bitmap, shape, '#ffffff');
  paint(bitmap, shape, '#000000');
  expect(indicesOf(bitmap)).toEqual(['000000', '040400', '040400', '000000']);
});
