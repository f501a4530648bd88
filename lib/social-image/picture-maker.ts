import type { Accent } from '@/lib/catalogue/subjects';
import { pageColors, paletteOf } from './accent-colors';
import { blankBitmap } from './bitmap';
import { drawPicture, loadTypefaces, type Typefaces } from './draw';
import { paint } from './paint';
import { Palette } from './palette';
import type { Picture } from './picture';
import { pngOf } from './png';
import { pictureSize } from './size';

/** Makes pictures. */
export class PictureMaker {
  readonly #typefaces: Typefaces;
  readonly #palettes = new Map<Accent, Palette>();

  private constructor(typefaces: Typefaces) {
    this.#typefaces = typefaces;
  }

  static async load(): Promise<PictureMaker> {
    return new PictureMaker(await loadTypefaces());
  }

  /** A picture as a PNG. */
  png(picture: Picture): Uint8Array {
    const { width, height } = pictureSize;
    const bitmap = blankBitmap(this.#palette(picture.accent), width, height, pageColors.paper);
    for (const { color, shapes } of drawPicture(picture, this.#typefaces)) {
      for (const shape of shapes) paint(bitmap, shape, color);
    }
    return pngOf(bitmap);
  }

  #palette(accent: Accent): Palette {
    let palette = this.#palettes.get(accent);
    if (!palette) {
      palette = new Palette(paletteOf(accent));
      this.#palettes.set(accent, palette);
    }
    return palette;
  }
}
