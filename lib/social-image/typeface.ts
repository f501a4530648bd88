import { readFile } from 'node:fs/promises';

import { convert } from 'fontverter';
import { Blob, Buffer as ShapingBuffer, Direction, Face, Font, shape } from 'harfbuzzjs';

import { fontFiles, fontPath } from './font-files';
import { glyphOutline, type Outline } from './outline';
import type { Shape } from './paint';

interface FontFile {
  font: Font;
  unitsPerEm: number;
  characters: ReadonlySet<number>;
  /** Outlines of glyphs, filled on demand. */
  outlines: Map<number, Outline>;
}

interface Glyph {
  outline: Outline;
  /** Position in ems from the start of the text; y increases upwards. */
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

  /** The shapes of a text from the start of its baseline. Sizes are in pixels. */
  place(text: string, x: number, y: number, size: number): Shape[] {
    return this.#shape(text).glyphs.map((glyph) => ({
      outline: glyph.outline,
      x: x + glyph.x * size,
      y: y - glyph.y * size,
      size,
    }));
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
          outline: outlineIn(font, glyph),
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

function outlineIn({ font, unitsPerEm, outlines }: FontFile, glyph: number): Outline {
  let outline = outlines.get(glyph);
  if (outline === undefined) {
    outline = glyphOutline(font.glyphToJson(glyph), unitsPerEm);
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
