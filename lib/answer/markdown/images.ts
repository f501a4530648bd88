import type { Definition, Image, ImageReference, Nodes } from 'mdast';

import { readImage, type ImageFault, type ShownImage } from '../image-file';
import { nodesOf } from '../nodes';
import type { Remark, Report } from '../remark';

/**
 * Reports images that are missing or have no alternative text. Sets the sizes of local images, so that the
 * page does not shift while they load.
 *
 * @returns the local images without duplicates, including missing ones
 */
export function sizeImages(nodes: readonly Nodes[], report: Report): ShownImage[] {
  const shown = new Map<string, ReturnType<typeof readImage>>();
  const definitions = new Map<string, Definition>();
  for (const definition of nodesOf(nodes, 'definition')) {
    // If several definitions have the same label, the first one counts (CommonMark, "link reference
    // definitions").
    if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition);
  }
  for (const image of nodesOf(nodes, 'image', 'imageReference')) {
    if (!image.alt?.trim()) report(withoutText(image));
    image.data = { hProperties: { loading: 'lazy', decoding: 'async' } };
    const address = 'url' in image ? image.url : definitions.get(image.identifier)?.url;
    if (!address?.startsWith('/')) continue;
    const found = shown.get(address) ?? readImage(address);
    shown.set(address, found);
    if (found.fault !== undefined) {
      const { code, explain } = remarks[found.fault];
      const offset = image.position?.start.offset ?? 0;
      report({ offset, severity: 'error', code, message: explain(`public${address}`) });
    }
    Object.assign(image.data.hProperties ?? {}, found.image.size);
  }
  return [...shown.values()].map(({ image }) => image);
}

/** HTML, "Requirements for providing text to act as an alternative for images". */
function withoutText({ position }: Image | ImageReference): Remark {
  return {
    offset: position?.start.offset ?? 0,
    severity: 'warning',
    code: 'image-text',
    message:
      'This image has no alternative text: describe the image between the square brackets, as in ![A cell and its nucleus](…).',
  };
}

/** The remark for each reason why an image cannot be shown. */
const remarks: Readonly<Record<ImageFault, { code: string; explain: (file: string) => string }>> = {
  missing: {
    code: 'image-missing',
    explain: (file) => `The image file ${file} does not exist: add the file, or correct the address.`,
  },
  link: {
    code: 'image-unusable',
    explain: (file) =>
      `${file} is a symbolic link or in a linked folder, which is not published: replace the link by the file.`,
  },
  'no-file': {
    code: 'image-unusable',
    explain: (file) => `${file} is not a regular file: replace it by an image, or correct the address.`,
  },
  unreadable: {
    code: 'image-unusable',
    explain: (file) => `${file} cannot be read: give this user permission to read it.`,
  },
  'no-image': {
    code: 'image-unusable',
    explain: (file) =>
      `${file} is not an image, or is incomplete: replace it by a complete PNG, JPEG, GIF, WebP, AVIF or SVG file.`,
  },
  'no-size': {
    code: 'image-unusable',
    explain: (file) =>
      `${file} has no width and height: add both in pixels to the <svg> element, or a viewBox such as "0 0 640 480".`,
  },
};
