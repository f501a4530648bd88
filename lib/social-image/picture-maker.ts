import type { Accent } from '@/lib/catalogue/subjects';
import { paletteOf } from './accent-colors';
import { drawFrame, drawTexts, loadTypefaces, type Typefaces } from './draw';
import type { Picture } from './picture';
import { drawSvg, pngOf, withRows, type Bitmap } from './png';

/**
 * Makes pictures. Draws the parts that pictures of one color share only once, because drawing takes most of
 * the time.
 */
export class PictureMaker {
  readonly #typefaces: Typefaces;
  readonly #frames = new Map<Accent, Promise<Bitmap>>();

  private constructor(typefaces: Typefaces) {
    this.#typefaces = typefaces;
  }

  static async load(): Promise<PictureMaker> {
    return new PictureMaker(await loadTypefaces());
  }

  /** A picture as a PNG. */
  async png(picture: Picture): Promise<Uint8Array> {
    const palette = paletteOf(picture.accent);
    const { svg, firstRow } = drawTexts(picture, this.#typefaces);
    const [frame, texts] = await Promise.all([this.#frame(picture.accent), drawSvg(svg, palette)]);
    return pngOf(withRows(frame, texts, firstRow));
  }

  #frame(accent: Accent): Promise<Bitmap> {
    let frame = this.#frames.get(accent);
    if (!frame) {
      frame = drawSvg(drawFrame(accent, this.#typefaces), paletteOf(accent));
      this.#frames.set(accent, frame);
    }
    return frame;
  }
}
