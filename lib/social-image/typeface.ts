import { readFile } from 'node:fs/promises';

import { convert } from 'fontverter';
import { Blob, Buffer as ShapingBuffer, Direction, Face, Font, shape } from 'harfbuzzjs';

import { fontFiles, fontPath } from './font-files';

interface FontFile {
  font: Font;
  unitsPerEm: number;
  characters: ReadonlySet<number>;
  /** Outlines of glyphs in font units, filled on demand. */
  outlines: Map<number, string>;
}

interface Glyph {
  outline: string;
  /** Ems per unit of the outline. */
  scale: number;
  /** Horizontal position in ems from the start of the text. */
  x: number;
  y: number;
}

/** A typeface that consists of several font files. */
export class Typeface {
  readonly #fonts: readonly FontFile[];
  /** Additional space between letters in ems. */
  readonly #tracking: number;

  private constructor(fonts: readonly FontFile[], tracking: number) {
    this.#fonts = fonts;
    this.#tracking = tracking;
  }

  static async load(name: keyof typeof fontFiles, tracking = 0): Promise<Typeface> {
    return new Typeface(await Promise.all(fontFiles[name].map(loadFont)), tracking);
  }

  has(character: string): boolean {
    return this.#fontOf(character) !== undefined;
  }

  /** The width of a text in ems. */
  measure(text: string): number {
    return this.#shape(text).width;
  }

  /** Draws a text as SVG without a color, from the start of its baseline. Sizes are in pixels. */
  draw(text: string, x: number, y: number, size: number): string {
    return this.#shape(text)
      .glyphs.filter(({ outline }) => outline !== '')
      .map((glyph) => {
        const scale = (size * glyph.scale).toFixed(5);
        const place = `${(x + glyph.x * size).toFixed(2)} ${(y - glyph.y * size).toFixed(2)}`;
        return `<path transform="translate(${place}) scale(${scale} -${scale})" d="${glyph.outline}"/>`;
      })
      .join('');
  }

  #fontOf(character: string): FontFile | undefined {
    const codePoint = character.codePointAt(0) ?? 0;
    return this.#fonts.find(({ characters }) => characters.has(codePoint));
  }

  #shape(text: string): { glyphs: Glyph[]; width: number } {
    const glyphs: Glyph[] = [];
    let x = 0;
    for (const { font, text: part } of this.#runs(text)) {
      const buffer = new ShapingBuffer();
      buffer.addText(part);
      buffer.guessSegmentProperties();
      buffer.setDirection(Direction.LTR);
      shape(font.font, buffer);
      const positions = buffer.getGlyphPositions();
      buffer.getGlyphInfos().forEach(({ codepoint: glyph }, index) => {
        const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
        const scale = 1 / font.unitsPerEm;
        glyphs.push({
          outline: outlineOf(font, glyph),
          scale,
          x: x + xOffset * scale,
          y: yOffset * scale,
        });
        x += xAdvance * scale + (xAdvance === 0 ? 0 : this.#tracking);
      });
    }
    return { glyphs, width: x };
  }

  /**
   * Splits a text into runs of one font. A combining mark uses the font of its letter if that font has it.
   */
  #runs(text: string): { font: FontFile; text: string }[] {
    const runs: { font: FontFile; text: string }[] = [];
    for (const character of text) {
      const last = runs.at(-1);
      const isSpaceOrMark = /[\s\p{M}]/u.test(character);
      const codePoint = character.codePointAt(0) ?? 0;
      const font =
        isSpaceOrMark && last?.font.characters.has(codePoint) ? last.font : this.#fontOf(character);
      if (!font) continue;
      if (last?.font === font) last.text += character;
      else runs.push({ font, text: character });
    }
    return runs;
  }
}

function outlineOf({ font, outlines }: FontFile, glyph: number): string {
  let outline = outlines.get(glyph);
  if (outline === undefined) {
    outline = font.glyphToPath(glyph);
    outlines.set(glyph, outline);
  }
  return outline;
}

const loaded = new Map<string, Promise<FontFile>>();

function loadFont(file: string): Promise<FontFile> {
  let font = loaded.get(file);
  if (!font) {
    font = readFont(file);
    loaded.set(file, font);
  }
  return font;
}

async function readFont(file: string): Promise<FontFile> {
  const face = new Face(new Blob(await convert(await readFile(fontPath(file)), 'sfnt')));
  // Charis has mathematical operators that are one em wide, for linguists. The other fonts have narrower
  // ones.
  const characters = [...face.collectUnicodes()].filter(
    (codePoint) => !(file.startsWith('charis') && /\p{Sm}/u.test(String.fromCodePoint(codePoint))),
  );
  return {
    font: new Font(face),
    unitsPerEm: face.upem,
    characters: new Set(characters),
    outlines: new Map(),
  };
}
