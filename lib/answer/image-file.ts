import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { join, normalize, relative } from 'node:path';

import { imageSize } from 'image-size';

import { stampOf } from '@/lib/files/file-stamp.mjs';
import { isSystemError } from '@/lib/system-error';

/** In pixels. */
interface ImageSize {
  width: number;
  height: number;
}

/** An image in `public/` that an answer shows. Plain data. */
export interface ShownImage {
  /** Address in the answer, such as `/images/cell.png`. */
  address: string;
  /** The {@link imageStamp} of the file when its size was read. */
  stamp: string;
  /** Undefined if there is no such image. */
  size?: ImageSize | undefined;
}

/** The reason why a file cannot be used as an image. */
export type ImageFault = 'missing' | 'no-file' | 'link' | 'no-image' | 'no-size' | 'unreadable';

/**
 * The stamp of an image's file, from its directory entry. Results for an image are valid while the stamp does
 * not change.
 */
function imageStamp(address: string): string {
  const file = imageFile(address);
  try {
    return file === undefined ? 'none' : stampOf(file);
  } catch (error) {
    // A segment of the path is a file, or longer than the file system allows.
    if (isSystemError(error, 'ENOTDIR') || isSystemError(error, 'ENAMETOOLONG')) return 'none';
    throw error;
  }
}

/** Whether an image's file has not changed since its size was read. */
export function isUnchanged({ address, stamp }: Pick<ShownImage, 'address' | 'stamp'>): boolean {
  return imageStamp(address) === stamp;
}

/** Reads the size of an image, or the reason why it cannot be shown. */
export function readImage(address: string): { image: ShownImage; fault: ImageFault | undefined } {
  // The stamp is taken before the file is read, so that a change in between is noticed.
  const stamp = imageStamp(address);
  const found = stamp === 'none' ? 'missing' : sizeOf(imageFile(address) ?? '');
  const [size, fault] = typeof found === 'string' ? [undefined, found] : [found, undefined];
  return { image: { address, stamp, size }, fault };
}

/** EXIF orientations from this one on exchange width and height (TIFF 6.0, "Orientation"). */
const firstTurned = 5;

function sizeOf(file: string): ImageSize | ImageFault {
  let bytes: Uint8Array;
  try {
    const found = lstatSync(file);
    const folder = publicFolder();
    // Targets of links are not published.
    if (found.isSymbolicLink() || realpathSync(file) !== join(realpathSync(folder), relative(folder, file)))
      return 'link';
    if (!found.isFile()) return 'no-file';
    bytes = readFileSync(file);
  } catch (error) {
    // The file was removed in the meantime.
    if (isSystemError(error, 'ENOENT')) return 'missing';
    if (isSystemError(error, 'EACCES')) return 'unreadable';
    throw error;
  }
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    // The library's types promise numbers, but an SVG with an invalid viewBox has none.
    if (!(width > 0 && height > 0)) return 'no-size';
    return orientation < firstTurned ? { width, height } : { width: height, height: width };
  } catch (error) {
    // The errors that the library throws for other files depend on their bytes.
    if (error instanceof Error) return 'no-image';
    throw error;
  }
}

function publicFolder(): string {
  return join(/* turbopackIgnore: true */ process.cwd(), 'public');
}

/** The file at an address; undefined if the address is malformed. */
function imageFile(address: string): string | undefined {
  try {
    // An absolute path that is normalized cannot lead out of the folder.
    const path = normalize(decodeURI(address));
    return path.includes('\0') ? undefined : join(publicFolder(), path);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
