import { artifact, keyOf, type Artifact, type FileRecord } from './artifact';
import type { Encoding } from './compressed';

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
