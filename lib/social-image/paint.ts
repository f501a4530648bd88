import { rowLengthOf, type Bitmap } from './bitmap';
import type { Outline } from './outline';
import { fullShare } from './palette';

/** An outline and its place. */
export interface Shape {
  outline: Outline;
  /** Position of the outline's origin in pixels. */
  x: number;
  y: number;
  /** Pixels per unit of the outline. */
  size: number;
}

/**
 * For each pixel around a shape, how much more of it is covered than of the one before. The coverage of a pixel
 * is the sum of the cells of its row up to it
 * (https://medium.com/@raphlinus/inside-the-fastest-font-renderer-in-the-world-75ae5270c445). All zero between
 * calls of {@link paint}.
 */
let cells = new Float32Array(0);

/**
 * Fills a shape. The share of the color in a pixel is the share of the pixel that the shape covers. What is
 * outside of the bitmap is left out.
 *
 * @param color as `#rrggbb`
 */
export function paint(bitmap: Bitmap, { outline, x, y, size }: Shape, color: string): void {
  const { edges } = outline;
  if (edges.length === 0) return;
  const left = Math.floor(x + outline.left * size);
  const top = Math.floor(y + outline.top * size);
  // Edges in the last pixel of a row also change the cell after it.
  const width = Math.floor(x + outline.right * size) + 2 - left;
  const height = Math.ceil(y + outline.bottom * size) - top;
  if (cells.length < width * height) cells = new Float32Array(width * height);
  const [originX, originY] = [x - left, y - top];
  for (let index = 0; index < edges.length; index += 4) {
    const fromX = originX + (edges[index] ?? 0) * size;
    const fromY = originY + (edges[index + 1] ?? 0) * size;
    const toX = originX + (edges[index + 2] ?? 0) * size;
    const toY = originY + (edges[index + 3] ?? 0) * size;
    if (fromY < toY) addEdge(width, fromX, fromY, toX, toY, 1);
    else if (fromY > toY) addEdge(width, toX, toY, fromX, fromY, -1);
  }
  blend(bitmap, bitmap.palette.mixturesWith(color), left, top, width, height);
  cells.fill(0, 0, width * height);
}

/** Adds an edge from top to bottom. @param direction -1 if the outline goes upwards */
function addEdge(
  width: number,
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
  direction: number,
): void {
  const slope = (toX - fromX) / (toY - fromY);
  let x = fromX;
  let y = fromY;
  for (let row = Math.floor(fromY); row < toY; row += 1) {
    const nextY = row + 1 < toY ? row + 1 : toY;
    const nextX = x + slope * (nextY - y);
    const height = direction * (nextY - y);
    if (x < nextX) addInRow(row * width, x, nextX, height);
    else addInRow(row * width, nextX, x, height);
    x = nextX;
    y = nextY;
  }
}

/** Adds the part of an edge in one row. @param start the first cell of the row */
function addInRow(start: number, left: number, right: number, height: number): void {
  let column = Math.floor(left);
  if (right <= column + 1) {
    addInPixel(start + column, (left + right) / 2 - column, height);
    return;
  }
  const heightOfPixel = height / (right - left);
  for (let x = left; x < right; column += 1) {
    const nextX = column + 1 < right ? column + 1 : right;
    addInPixel(start + column, (x + nextX) / 2 - column, heightOfPixel * (nextX - x));
    x = nextX;
  }
}

/** Adds the part of an edge in one pixel. @param middle how much of the pixel is to its left, from 0 to 1 */
function addInPixel(index: number, middle: number, height: number): void {
  cells[index] = (cells[index] ?? 0) + height * (1 - middle);
  cells[index + 1] = (cells[index + 1] ?? 0) + height * middle;
}

/** Mixes a color into the pixels that the cells cover. */
function blend(
  bitmap: Bitmap,
  mixtures: Uint8Array,
  left: number,
  top: number,
  width: number,
  height: number,
): void {
  const { rows, width: pictureWidth } = bitmap;
  const rowLength = rowLengthOf(pictureWidth);
  const lastRow = Math.min(height, bitmap.height - top) - 1;
  for (let row = Math.max(0, -top); row <= lastRow; row += 1) {
    const start = (top + row) * rowLength + 1;
    let covered = 0;
    for (let column = 0; column < width; column += 1) {
      covered += cells[row * width + column] ?? 0;
      // The sign depends on the direction of the outline. Contours that overlap are covered more than once.
      const exact = covered < 0 ? -covered : covered;
      const share = exact < 1 ? (exact * fullShare + 0.5) | 0 : fullShare;
      const x = left + column;
      if (share === 0 || x < 0 || x >= pictureWidth) continue;
      const index = start + (x >> 1);
      rows[index] = mixtures[(share << 9) | ((x & 1) << 8) | (rows[index] ?? 0)] ?? 0;
    }
  }
}
