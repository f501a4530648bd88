import { readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';

import type { Element, Root } from 'hast';
import { imageSize } from 'image-size';
import { visit } from 'unist-util-visit';

import type { Report } from '../remark';

/** Tells the browser how large our own images are, so that the text below does not jump when they arrive. */
export function sizeImages(page: Root, report: Report): void {
  visit(page, { type: 'element', tagName: 'img' }, (image: Element) => {
    const { src } = image.properties;
    Object.assign(image.properties, { loading: 'lazy', decoding: 'async' });
    if (typeof src !== 'string' || !src.startsWith('/')) return;
    try {
      // Normalized as an absolute path, an address cannot lead out of the folder.
      const file = join(process.cwd(), 'public', normalize(decodeURI(src)));
      const { width, height } = imageSize(readFileSync(file));
      Object.assign(image.properties, { width, height });
    } catch {
      report({
        offset: image.position?.start.offset ?? 0,
        severity: 'error',
        code: 'image-missing',
        message: `There is no image at public${src}: add the file, or mend its address.`,
      });
    }
  });
}
