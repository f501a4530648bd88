import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

import sharp from 'sharp';

// Parallelism comes from making several pictures at the same time.
sharp.concurrency(1);

/** Bits of a pixel, which is a palette index. This takes a third of the bytes of true color. */
const bits = 4;
const pixelsInByte = 8 / bits;

/** Maximum number of colors of a picture. */
export const paletteSize = 2 ** bits;

/** Compression level from 0 to 9. The highest saves a tenth of the bytes in ten times the time. */
const compression = 5;

/** The signature of PNG files (https://www.w3.org/TR/png-3/#5PNG-file-signature). */
const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** PNG color type for palette indices (https://www.w3.org/TR/png-3/#11IHDR). */
const indexedColour = 3;

/** A drawing with a palette. */
export interface Bitmap {
  /** Up to {@link paletteSize} colors as `#rrggbb`. */
  palette: readonly string[];
  /** In pixels. */
  width: number;
  height: number;
  /** In the format of PNG: for each row a byte for "no filter", then the palette indices of its pixels. */
  rows: Uint8Array;
}

/**
 * Draws an SVG with a fixed palette. Other colors become the nearest one. Choosing a palette for each drawing
 * would take three times as long as drawing it.
 *
 * @param svg without transparency
 * @param palette up to {@link paletteSize} colors, as `#rrggbb`
 */
export async function drawSvg(svg: string, palette: readonly string[]): Promise<Bitmap> {
  const { data, info } = await sharp(Buffer.from(svg))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return { palette, width, height, rows: numberPixels(data, width, height, palette.map(numberOf)) };
}

/**
 * Replaces rows of a drawing, from a given row on, by those of another one with the same palette and width.
 */
export function withRows(drawing: Bitmap, { rows: others, height }: Bitmap, firstRow: number): Bitmap {
  const rows = Uint8Array.from(drawing.rows);
  rows.set(others, (firstRow * others.length) / height);
  return { ...drawing, rows };
}

/** Encodes a drawing as a PNG. */
export async function pngOf({ palette, width, height, rows }: Bitmap): Promise<Uint8Array> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, indexedColour], 8);
  const colors = palette.map(numberOf).flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colors)),
    chunk('IDAT', await promisify(deflate)(rows, { level: compression })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function numberOf(color: string): number {
  return Number.parseInt(color.slice(1), 16);
}

/** Rows of palette indices, each after a byte for "no filter". */
function numberPixels(
  rgba: Uint8Array,
  width: number,
  height: number,
  colors: readonly number[],
): Uint8Array {
  const rowLength = 1 + Math.ceil(width / pixelsInByte);
  const rows = new Uint8Array(rowLength * height);
  // Reads four bytes at a time, in the byte order of the machine.
  const pixels = new Int32Array(rgba.buffer, rgba.byteOffset, width * height);
  const numbers = new Map<number, number>();
  let last = 0;
  let number = nearest(new Uint8Array(3), colors);
  for (let y = 0, place = 0; y < height; y += 1) {
    for (let x = 0, byte = y * rowLength + 1; x < width; x += 1, place += 1) {
      const pixel = pixels[place] ?? 0;
      // Most pixels equal the previous one.
      if (pixel !== last) {
        last = pixel;
        number = numbers.get(pixel) ?? nearest(rgba.subarray(4 * place, 4 * place + 3), colors);
        numbers.set(pixel, number);
      }
      const isFirst = x % pixelsInByte === 0;
      rows[byte] = isFirst ? number << bits : (rows[byte] ?? 0) | number;
      if (!isFirst) byte += 1;
    }
  }
  return rows;
}

/** The index of the nearest color. */
function nearest([red = 0, green = 0, blue = 0]: Uint8Array, colors: readonly number[]): number {
  const differences = colors.map(
    (color) => ((color >> 16) - red) ** 2 + (((color >> 8) & 255) - green) ** 2 + ((color & 255) - blue) ** 2,
  );
  return differences.indexOf(Math.min(...differences));
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), 4 + body.length);
  return framed;
}
