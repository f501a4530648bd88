import { readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';

import { imageSize } from 'image-size';
import type { Root } from 'mdast';

import type { Report } from '../remark';
import { visit } from '../visit';

/** Tells the browser how large our own images are, so that the text below does not jump when they arrive. */
export function sizeImages(document: Root, report: Report): void {
  visit(document, 'image', (image) => {
    image.data = { hProperties: { loading: 'lazy', decoding: 'async' } };
    if (!image.url.startsWith('/')) return;
    try {
      // Normalized as an absolute path, an address cannot lead out of the folder.
      const file = join(process.cwd(), 'public', normalize(decodeURI(image.url)));
      const { width, height } = imageSize(readFileSync(file));
      Object.assign(image.data.hProperties ?? {}, { width, height });
    } catch {
      report({
        offset: image.position?.start.offset ?? 0,
        severity: 'error',
        code: 'image-missing',
        message: `There is no image at public${image.url}: add the file, or mend its address.`,
      });
    }
  });
}
