import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import { keyOf, type Output } from './output';
import type { Recorded } from './part';

/** Pictures, typefaces and most of the search index are compressed in themselves. */
const texts = /\.(?:css|html|js|json|md|svg|txt|webmanifest|xml)$/;

/** What is smaller travels in one packet either way. */
const leastBytes = 1024;

const squeezers = [
  { ending: '.br', squeeze: brotli },
  {
    ending: '.gz',
    squeeze: (text: Buffer) => promisify(gzip)(text, { level: constants.Z_BEST_COMPRESSION }),
  },
];

/** Most of what the best quality saves, in a third of its time. */
const quality = 10;

function brotli(text: Buffer): Promise<Buffer> {
  // A window larger than the text would save nothing, and take longer to make than the text to compress.
  const window = Math.ceil(Math.log2(text.length)) + 1;
  return promisify(brotliCompress)(text, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      [constants.BROTLI_PARAM_LGWIN]: Math.min(window, constants.BROTLI_DEFAULT_WINDOW),
    },
  });
}

/** Each text of a release compressed, to lie beside it, for servers that send such files as they are. */
export async function compressedOutputs(
  folder: string,
  files: Iterable<readonly [path: string, file: Pick<Recorded, 'key' | 'size'>]>,
): Promise<Output[]> {
  const outputs: Output[] = [];
  for (const [path, { key, size }] of files) {
    if (size < leastBytes || !texts.test(path)) continue;
    const read = () => readFile(join(folder, path));
    // What has no key is known by its bytes.
    const source = key === '' ? keyOf((await read()).toString()) : key;
    for (const { ending, squeeze } of squeezers) {
      outputs.push({
        path: path + ending,
        key: source + ending,
        make: async () => squeeze(await read()),
      });
    }
  }
  return outputs;
}

/** Whether a file of a release is the compressed form of another: it has no address of its own. */
export function isCompressed(path: string): boolean {
  return squeezers.some(({ ending }) => path.endsWith(ending));
}
