import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';

import { accents } from '@/lib/catalogue/subjects';
import { pageColors, paletteOf } from './accent-colors';
import { drawFrame, drawTexts, loadTypefaces, type Typefaces } from './draw';
import type { Shape } from './paint';
import { paletteSize } from './palette';
import type { Picture } from './picture';
import { PictureMaker } from './picture-maker';

const picture: Picture = { label: 'Physics', title: 'Why is the sky blue?', lead: '', accent: 'violet' };

let typefaces: Typefaces;
let maker: PictureMaker;
beforeAll(async () => {
  [typefaces, maker] = await Promise.all([loadTypefaces(), PictureMaker.load()]);
});

test('a picture is a PNG of 1200 by 630 of the same bytes every time, below 40 KB however long its text', async () => {
  const longest = { ...picture, title: 'Questions quarrel with quarks. '.repeat(100) };
  const [first, second] = [maker.png(longest), maker.png(longest)];
  expect(Buffer.from(first).equals(second)).toBe(true);
  const { format, width, height, isPalette } = await sharp(first).metadata();
  expect({ format, width, height, isPalette }).toEqual({
    format: 'png',
    width: 1200,
    height: 630,
    isPalette: true,
  });
  expect(first.byteLength).toBeLessThan(40 * 1024);
});

test('the colors of a palette differ', () => {
  for (const accent of accents) expect(new Set(paletteOf(accent)).size).toBe(paletteSize);
});

const words = fc.array(fc.constantFrom('sky', 'Ångström', 'Việt', 'ΑΒΓ', 'x²', 'why?', '(gjpqy)', '∑√'), {
  maxLength: 30,
});
const text = words.map((all) => all.join(' '));

test('a picture looks like an SVG of the same outlines', async () => {
  const pictures = fc.record({ label: text, title: text, lead: text, accent: fc.constantFrom(...accents) });
  await fc.assert(
    fc.asyncProperty(pictures, async (drawn) => {
      const [expected, found] = await Promise.all([pixelsOf(svgOf(drawn)), pixelsOf(maker.png(drawn))]);
      expect(found.length).toBe(expected.length);
      const differences = found.map((channel, index) => Math.abs(channel - (expected[index] ?? 0)));
      // A pixel has one of sixteen colors, and where several edges meet the nearest one may be far.
      expect(differences.filter((difference) => difference > 40).length).toBeLessThan(100);
      expect(differences.reduce((sum, difference) => sum + difference) / found.length).toBeLessThan(0.5);
    }),
    { numRuns: 10 },
  );
});

/** Red, green and blue of all pixels. */
async function pixelsOf(image: string | Uint8Array): Promise<Int16Array> {
  return Int16Array.from(
    await sharp(Buffer.from(image)).toColourspace('srgb').removeAlpha().raw().toBuffer(),
  );
}

function svgOf(drawn: Picture): string {
  const layers = [...drawFrame(drawn.accent, typefaces), ...drawTexts(drawn, typefaces)].map(
    ({ color, shapes }) => `<g fill="${color}">${shapes.map(pathOf).join('')}</g>`,
  );
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">',
    `<rect width="1200" height="630" fill="${pageColors.paper}"/>`,
    ...layers,
    '</svg>',
  ].join('');
}

function pathOf({ outline, x, y, size }: Shape): string {
  const points: string[] = [];
  let last = '';
  for (let index = 0; index < outline.edges.length; index += 4) {
    const [from, to] = [index, index + 2].map(
      (start) => `${x + (outline.edges[start] ?? 0) * size} ${y + (outline.edges[start + 1] ?? 0) * size}`,
    );
    points.push(from === last ? `L${to ?? ''}` : `M${from ?? ''}L${to ?? ''}`);
    last = to ?? '';
  }
  return `<path d="${points.join('')}"/>`;
}
