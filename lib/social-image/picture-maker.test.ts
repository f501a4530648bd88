import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';

import { accents } from '@/lib/catalogue/subjects';
import { paletteOf } from './accent-colors';
import { drawPicture, loadTypefaces, type Typefaces } from './draw';
import type { Picture } from './picture';
import { PictureMaker } from './picture-maker';
import { drawSvg, paletteSize, pngOf } from './png';

const picture: Picture = { label: 'Physics', title: 'Why is the sky blue?', lead: '', accent: 'violet' };

let typefaces: Typefaces;
let maker: PictureMaker;
beforeAll(async () => {
  [typefaces, maker] = await Promise.all([loadTypefaces(), PictureMaker.load()]);
});

test('a picture is a PNG of 1200 by 630 of the same bytes every time, below 40 KB however long its text', async () => {
  const longest = { ...picture, title: 'Questions quarrel with quarks. '.repeat(100) };
  const [first, second] = [await maker.png(longest), await maker.png(longest)];
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

const words = fc.array(fc.constantFrom('sky', 'Ångström', 'Việt', 'ΑΒΓ', 'x²', 'why?', '(gjpqy)'), {
  maxLength: 30,
});
const text = words.map((all) => all.join(' '));

test('drawn in parts, a picture is as it is drawn at once', async () => {
  const pictures = fc.record({ label: text, title: text, lead: text, accent: fc.constantFrom(...accents) });
  await fc.assert(
    fc.asyncProperty(pictures, async (drawn) => {
      const whole = await drawSvg(drawPicture(drawn, typefaces), paletteOf(drawn.accent));
      expect(Buffer.from(await maker.png(drawn)).equals(await pngOf(whole))).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test('every pixel has the colour of the palette that is nearest to its own', async () => {
  const palette = paletteOf('amber');
  expect(new Set(palette).size).toBe(paletteSize);
  const svg = drawPicture({ ...picture, accent: 'amber', lead: 'What is a sky?' }, typefaces);
  const [own, found] = await Promise.all([
    sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer(),
    sharp(await pngOf(await drawSvg(svg, palette)))
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer(),
  ]);
  const colors = palette.map((color) => [...Buffer.from(color.slice(1), 'hex')]);
  const differenceOf = (place: number, color: readonly number[]) =>
    color.reduce((sum, channel, index) => sum + (channel - (own[place + index] ?? 0)) ** 2, 0);
  expect(found.length).toBe(own.length);
  // Every pixel would take a while.
  for (let place = 0; place < own.length; place += 3 * 101) {
    const least = Math.min(...colors.map((color) => differenceOf(place, color)));
    expect(differenceOf(place, [...found.subarray(place, place + 3)])).toBe(least);
  }
});
