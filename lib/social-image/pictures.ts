import { createHash } from 'node:crypto';
import { join } from 'node:path';

import { codeVersion } from '@/lib/cache/code-version';
import { FileCache } from '@/lib/cache/file-cache';
import { fontsVersion } from './font-files';
import type { Picture } from './picture';
import type { PictureMaker } from './picture-maker';

const cacheFolder = '.cache/social-images';

/** Removes all pictures from disk except the `kept` most recently used ones. */
export async function prunePictures(kept: number, projectFolder = process.cwd()): Promise<void> {
  await new FileCache(join(projectFolder, cacheFolder), '.png').prune(kept);
}

/** Makes each picture at most once, and stores it on disk by the hash of its inputs. */
export class Pictures {
  readonly #files: FileCache;
  readonly #version: string;
  #maker: Promise<PictureMaker> | undefined;

  private constructor(files: FileCache, version: string) {
    this.#files = files;
    this.#version = version;
  }

  static async open(projectFolder = process.cwd()): Promise<Pictures> {
    const files = new FileCache(join(projectFolder, cacheFolder), '.png');
    const [code, fonts] = await Promise.all([
      codeVersion('lib/social-image/picture-maker.ts'),
      fontsVersion(),
    ]);
    return new Pictures(files, code + fonts);
  }

  /** The hash of all inputs of a picture. */
  keyOf(picture: Picture): string {
    const parts = JSON.stringify([this.#version, picture]);
    return createHash('sha256').update(parts).digest('hex');
  }

  /** A picture as a PNG. */
  async png(picture: Picture): Promise<Uint8Array> {
    const key = this.keyOf(picture);
    const stored = this.#files.get(key);
    if (stored && isWhole(stored)) {
      await this.#files.touch(key);
      return stored;
    }
    // Loaded on demand, because loading it takes longer than a release that draws no pictures.
    const { PictureMaker } = await import('./picture-maker');
    this.#maker ??= PictureMaker.load();
    const png = (await this.#maker).png(picture);
    this.#files.set(key, png);
    return png;
  }
}

/** The end of a complete PNG: the name of its last chunk, which is empty, and its checksum. */
const pngEnd = Buffer.from('IEND\u00ae\u0042\u0060\u0082', 'latin1');

function isWhole(png: Buffer): boolean {
  return png.subarray(-pngEnd.length).equals(pngEnd);
}
