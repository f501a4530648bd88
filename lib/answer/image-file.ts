import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { join, normalize, relative } from 'node:path';

import { imageSize } from 'image-size';

import { stampOf } from '@/lib/files/file-stamp.mjs';
import { isSystemError } from '@/lib/system-error';

/** Pixels. */
export interface ImageSize {
  width: number;
  height: number;
}

/** An image of `public/` that an answer shows. Plain data. */
export interface ShownImage {
  /** As the answer has it: `/images/cell.png`. */
  address: string;
  /** The {@link imageStamp} of the file of which it has its size. */
  stamp: string;
  /** Undefined where there is no such image. */
  size?: ImageSize | undefined;
}

/** Why a file that is there is no image of ours. */
export type ImageFault = 'missing' | 'no-file' | 'link' | 'no-image' | 'no-size' | 'unreadable';

/**
 * Stands for the state of the file of an image: what was made of an image with this stamp is as it was then. It looks at
 * no more than the file's entry in its folder.
 */
function imageStamp(address: string): string {
  const file = imageFile(address);
  try {
    return file === undefined ? 'none' : stampOf(file);
  } catch (error) {
    // A part of the path is a file, or longer than names may be.
    if (isSystemError(error, 'ENOTDIR') || isSystemError(error, 'ENAMETOOLONG')) return 'none';
    throw error;
  }
}

/** Whether the file of an image is as it was when its size was read. */
export function isUnchanged({ address, stamp }: Pick<ShownImage, 'address' | 'stamp'>): boolean {
  return imageStamp(address) === stamp;
}

/** Reads the size of an image, or says why it cannot be shown. */
export function readImage(address: string): { image: ShownImage; fault: ImageFault | undefined } {
  // Before the file is read: a change in between shows in the next stamp.
  const stamp = imageStamp(address);
  const found = stamp === 'none' ? 'missing' : sizeOf(imageFile(address) ?? '');
  const [size, fault] = typeof found === 'string' ? [undefined, found] : [found, undefined];
  return { image: { address, stamp, size }, fault };
}

/** EXIF orientations from which on browsers turn a picture by a quarter (TIFF 6.0, "Orientation"). */
const firstTurned = 5;

function sizeOf(file: string): ImageSize | ImageFault {
  let bytes: Uint8Array;
  try {
    const found = lstatSync(file);
    const folder = publicFolder();
    // What lies behind a link is not published.
    if (found.isSymbolicLink() || realpathSync(file) !== join(realpathSync(folder), relative(folder, file)))
      return 'link';
    if (!found.isFile()) return 'no-file';
    bytes = readFileSync(file);
  } catch (error) {
    // Removed since it was looked at.
    if (isSystemError(error, 'ENOENT')) return 'missing';
    if (isSystemError(error, 'EACCES')) return 'unreadable';
    throw error;
  }
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    // The library's types promise numbers. It gives none for an SVG whose viewBox it cannot read.
    if (!(width > 0 && height > 0)) return 'no-size';
    return orientation < firstTurned ? { width, height } : { width: height, height: width };
  } catch (error) {
    // What the library throws for bytes that are no image depends on the bytes.
    if (error instanceof Error) return 'no-image';
    throw error;
  }
}

function publicFolder(): string {
  return join(/* turbopackIgnore: true */ process.cwd(), 'public');
}

/** Where the file of an address lies; undefined for an address that names none. */
function imageFile(address: string): string | undefined {
  try {
    // Normalized as an absolute path, an address cannot lead out of the folder.
    const path = normalize(decodeURI(address));
    return path.includes('\0') ? undefined : join(publicFolder(), path);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
