import type { Accent } from '@/lib/catalogue/subjects';
import { pageColors, paletteOf } from './accent-colors';
import { blankBitmap, type Bitmap } from './bitmap';
import { drawFrame, drawTexts, loadTypefaces, type Layer, type Typefaces } from './draw';
import { paint } from './paint';
import { Palette } from './palette';
import type { Picture } from './picture';
import { pngOf } from './png';
import { pictureSize } from './size';

/** Makes pictures. Paints the parts that pictures of one color share only once. */
export class PictureMaker {
  readonly #typefaces: Typefaces;
  readonly #frames = new Map<Accent, Bitmap>();

  private constructor(typefaces: Typefaces) {
    this.#typefaces = typefaces;
  }

  static async load(): Promise<PictureMaker> {
    return new PictureMaker(await loadTypefaces());
  }

  /** A picture as a PNG. */
  png(picture: Picture): Uint8Array {
    const frame = this.#frame(picture.accent);
    const bitmap = { ...frame, rows: new Uint8Array(frame.rows) };
    paintLayers(bitmap, drawTexts(picture, this.#typefaces));
    return pngOf(bitmap);
  }

  #frame(accent: Accent): Bitmap {
    let frame = this.#frames.get(accent);
    if (!frame) {
      const { width, height } = pictureSize;
      frame = blankBitmap(new Palette(paletteOf(accent)), width, height, pageColors.paper);
      paintLayers(frame, drawFrame(accent, this.#typefaces));
      this.#frames.set(accent, frame);
    }
    return frame;
  }
}

function paintLayers(bitmap: Bitmap, layers: readonly Layer[]): void {
  for (const { color, shapes } of layers) {
    for (const shape of shapes) paint(bitmap, shape, color);
  }
}
