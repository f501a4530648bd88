import { paletteBits, type Palette } from './palette';

/** A drawing with a palette. */
export interface Bitmap {
  palette: Palette;
  /** In pixels; even. */
  width: number;
  height: number;
  /**
   * In the format of PNG: for each row a byte for "no filter", then the palette indices of its pixels, two in a
   * byte.
   */
  rows: Uint8Array;
}

/** A bitmap of one color. @param color as `#rrggbb` */
export function blankBitmap(palette: Palette, width: number, height: number, color: string): Bitmap {
  const index = palette.indexOf(color);
  const rowLength = rowLengthOf(width);
  const rows = new Uint8Array(rowLength * height).fill((index << paletteBits) | index);
  for (let start = 0; start < rows.length; start += rowLength) rows[start] = 0;
  return { palette, width, height, rows };
}

/** Bytes of a row. @param width in pixels */
export function rowLengthOf(width: number): number {
  return 1 + width / 2;
}
