import { readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';

import { imageSize } from 'image-size';
import type { Root } from 'mdast';

import { isSystemError } from '@/lib/system-error';
import type { Report } from '../remark';
import { visit } from '../visit';

/** Tells the browser how large our own images are, so that the text below does not jump when they arrive. */
export function sizeImages(document: Root, report: Report): void {
  visit(document, 'image', (image) => {
    image.data = { hProperties: { loading: 'lazy', decoding: 'async' } };
    if (!image.url.startsWith('/')) return;
    const bytes = readPublicFile(image.url);
    const size = bytes && sizeOf(bytes);
    if (size) {
      Object.assign(image.data.hProperties ?? {}, size);
      return;
    }
    const message = bytes
      ? `The file public${image.url} is no image that browsers show: put another in its place, or mend its address.`
      : `There is no image at public${image.url}: add the file, or mend its address.`;
    const offset = image.position?.start.offset ?? 0;
    report({ offset, severity: 'error', code: 'image-missing', message });
  });
}

/** What says of an address that it cannot be that of a file, or that there is none. */
const missing = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ELOOP', 'ERR_INVALID_ARG_VALUE'];

function readPublicFile(address: string): Uint8Array | undefined {
  try {
    // Normalized as an absolute path, an address cannot lead out of the folder.
    return readFileSync(join(process.cwd(), 'public', normalize(decodeURI(address))));
  } catch (error) {
    if (error instanceof URIError || isSystemError(error, ...missing)) return undefined;
    throw error;
  }
}

function sizeOf(bytes: Uint8Array): { width: number; height: number } | undefined {
  try {
    const { width, height } = imageSize(bytes);
    return { width, height };
  } catch (error) {
    // What the library throws for a damaged file depends on where it is damaged.
    if (error instanceof Error) return undefined;
    throw error;
  }
}
