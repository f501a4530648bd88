import { readSync } from 'node:fs';

/**
 * Reads from an open file until the array is full or the file ends, since one call of the operating system may
 * return fewer bytes.
 *
 * @param position the offset in the file; null for the current one
 * @returns the number of bytes that were read
 */
export function readFully(file: number, bytes: Uint8Array, position: number | null): number {
  let length = 0;
  for (let count = -1; count !== 0 && length < bytes.length; length += count) {
    const from = position === null ? null : position + length;
    count = readSync(file, bytes, length, bytes.length - length, from);
  }
  return length;
}
