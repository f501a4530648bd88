import sharp from 'sharp';

// Several pictures are made at a time instead.
sharp.concurrency(1);

/**
 * An SVG drawing as a PNG of sixteen colours: enough for the edges of the few that a picture has, and a third of the
 * bytes of all. Below effort 4 the quantizer shifts paper and ink.
 */
export async function pngOf(svg: string): Promise<Uint8Array> {
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 16, effort: 4, dither: 0 }).toBuffer();
}
