import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import { artifact, keyOf, type Artifact, type FileRecord } from './artifact';
import type { Made, MakerContext } from './makers';

export type Encoding = 'br' | 'gz';

/** Almost as small as with the best quality, in a third of the time. */
const brotliQuality = 10;

/** A compressed file of the release, for servers that send precompressed files. */
export async function make(
  { path, encoding }: { path: string; encoding: Encoding },
  { release }: Pick<MakerContext, 'release'>,
): Promise<Made> {
  const bytes = await readFile(join(release, path));
  return { content: encoding === 'br' ? await brotli(bytes) : await gzipped(bytes) };
}

function gzipped(bytes: Uint8Array): Promise<Uint8Array> {
  return promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION });
}

function brotli(bytes: Uint8Array): Promise<Uint8Array> {
  // A window larger than the text has no benefit, and its setup takes longer than the compression.
  const window = Math.ceil(Math.log2(bytes.length)) + 1;
  return promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      [constants.BROTLI_PARAM_LGWIN]: Math.min(window, constants.BROTLI_DEFAULT_WINDOW),
    },
  });
}

/** Pictures, fonts and most of the search index are already compressed. */
const texts = /\.(?:css|html|js|json|md|svg|txt|webmanifest|xml)$/;

/** A smaller file fits into one packet without compression. */
const leastBytes = 1024;

const encodings: readonly Encoding[] = ['br', 'gz'];

/** The compressed files of all texts of a release. @param code version of the code that compresses */
export function compressedArtifacts(files: Iterable<FileRecord>, code: string): Artifact[] {
  const artifacts: Artifact[] = [];
  for (const { path, key, size } of files) {
    if (size < leastBytes || !texts.test(path)) continue;
    for (const encoding of encodings) {
      // The same path and key mean the same bytes, and therefore the same compressed bytes.
      artifacts.push(
        artifact('compressed', `${path}.${encoding}`, keyOf(key, code), () => ({ path, encoding })),
      );
    }
  }
  return artifacts;
}

/** Whether a file of a release is the compressed form of another one, and has no address of its own. */
export function isCompressed(path: string): boolean {
  return encodings.some((encoding) => path.endsWith(`.${encoding}`));
}
