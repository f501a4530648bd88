import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

import sharp from 'sharp';

// Several pictures are made at a time instead.
sharp.concurrency(1);

/** Bits of a pixel, which is the number of a colour: a third of the bytes that its colour would take. */
const bits = 4;
const pixelsInByte = 8 / bits;

/** How many colours a picture may have. */
export const paletteSize = 2 ** bits;

/** Of ten levels: the best saves a tenth of the bytes, in ten times the time. */
const compression = 5;

/** What every PNG begins with (https://www.w3.org/TR/png-3/#5PNG-file-signature). */
const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** Of a PNG whose pixels are numbers of colours (https://www.w3.org/TR/png-3/#11IHDR). */
const indexedColour = 3;

/** A drawing of a few colours. */
export interface Bitmap {
  /** As `#rrggbb`, up to {@link paletteSize}. */
  palette: readonly string[];
  /** Pixels. */
  width: number;
  height: number;
  /** As a PNG has them: for each row a byte that says that it is not filtered, then the numbers of its pixels' colours. */
  rows: Uint8Array;
}

/**
 * Draws an SVG with a few colours; what has another shows the nearest of them. To choose the colours for each drawing anew
 * takes three times as long as to draw it.
 *
 * @param svg without anything that is transparent
 * @param palette up to {@link paletteSize} colours, as `#rrggbb`
 */
export async function drawSvg(svg: string, palette: readonly string[]): Promise<Bitmap> {
  const { data, info } = await sharp(Buffer.from(svg))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return { palette, width, height, rows: numberPixels(data, width, height, palette.map(numberOf)) };
}

/** A drawing with some of its rows, from a number on, replaced by those of another one of the same palette and width. */
export function withRows(drawing: Bitmap, { rows: others, height }: Bitmap, firstRow: number): Bitmap {
  const rows = Uint8Array.from(drawing.rows);
  rows.set(others, (firstRow * others.length) / height);
  return { ...drawing, rows };
}

/** A drawing as a PNG. */
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

/** Rows of numbers of colours, each after a byte that says that it is not filtered. */
function numberPixels(
  rgba: Uint8Array,
  width: number,
  height: number,
  colors: readonly number[],
): Uint8Array {
  const rowLength = 1 + Math.ceil(width / pixelsInByte);
  const rows = new Uint8Array(rowLength * height);
  // Four bytes at a time, in whichever order this machine has them.
  const pixels = new Int32Array(rgba.buffer, rgba.byteOffset, width * height);
  const numbers = new Map<number, number>();
  let last = 0;
  let number = nearest(new Uint8Array(3), colors);
  for (let y = 0, place = 0; y < height; y += 1) {
    for (let x = 0, byte = y * rowLength + 1; x < width; x += 1, place += 1) {
      const pixel = pixels[place] ?? 0;
      // Most pixels are like the one before.
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

/** The number of the colour that differs least. */
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
