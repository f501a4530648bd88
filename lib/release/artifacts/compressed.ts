import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import { artifact, keyOf, type Artifact, type FileRecord } from './artifact';
import type { Made, MakerContext } from './makers';

export type Encoding = 'br' | 'gz';

/** Nearly as small as with the best quality, in a third of its time. */
const brotliQuality = 10;

/** A file of the release in compressed form, for servers that send such files as they are. */
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
  // A window larger than the text saves nothing, and takes longer to set up than the text to compress.
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

/** Pictures, fonts and most of the search index are compressed in themselves. */
const texts = /\.(?:css|html|js|json|md|svg|txt|webmanifest|xml)$/;

/** What is smaller travels in one packet either way. */
const leastBytes = 1024;

const encodings: readonly Encoding[] = ['br', 'gz'];

/** Every text of a release in compressed form, beside the text. @param code the version of the code that compresses */
export function compressedArtifacts(files: Iterable<FileRecord>, code: string): Artifact[] {
  const artifacts: Artifact[] = [];
  for (const { path, key, size } of files) {
    if (size < leastBytes || !texts.test(path)) continue;
    for (const encoding of encodings) {
      // One key and one path give the same bytes, and so the same compressed bytes.
      artifacts.push(
        artifact('compressed', `${path}.${encoding}`, keyOf(key, code), () => ({ path, encoding })),
      );
    }
  }
  return artifacts;
}

/** Whether a file of a release is another one in compressed form: it has no address of its own. */
export function isCompressed(path: string): boolean {
  return encodings.some((encoding) => path.endsWith(`.${encoding}`));
}
