import sharp from 'sharp';
import { expect, test } from 'vitest';

import { iconNames, iconPng, isIconName } from './icons';
import { webManifest } from './seo/web-manifest';

test.each(iconNames)('%s has the size that its name says', async (name) => {
  const { format, width, height } = await sharp(await iconPng(name)).metadata();
  const size = Number(/\d+/.exec(name)?.[0]);
  expect({ format, width, height }).toEqual({ format: 'png', width: size, height: size });
});

test('only an icon that may be cut to any form fills its corners', async () => {
  const corner = async (name: (typeof iconNames)[number]) =>
    (
      await sharp(await iconPng(name))
        .ensureAlpha()
        .raw()
        .toBuffer()
    )[3];
  expect(await corner('icon-512.png')).toBe(0);
  expect(await corner('maskable-512.png')).toBe(255);
});

test('the manifest names icons that there are, in their sizes', () => {
  for (const { src, sizes } of webManifest().icons) {
    const name = src.replace('/icons/', '');
    expect(isIconName(name), name).toBe(true);
    expect(name).toContain(`${sizes.split('x')[0]}.png`);
  }
});
