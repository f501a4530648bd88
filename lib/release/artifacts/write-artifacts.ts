import { join } from 'node:path';

import { writeNew } from '@/lib/files/write-new';
import { makeArtifact, type ArtifactKind, type MakerContext } from './makers';

/** Artifacts to make. */
export interface MakeRequest {
  context: MakerContext;
  artifacts: readonly { path: string; kind: ArtifactKind; input: unknown }[];
}

/** A file that was written. */
export interface Written {
  /** In bytes. */
  size: number;
  targets: readonly string[];
  faults: readonly string[];
}

/**
 * Makes artifacts and writes them into the release.
 *
 * @returns the written files, in the order of the request
 */
export async function writeArtifacts({ context, artifacts }: MakeRequest): Promise<Written[]> {
  const written: Written[] = [];
  for (const { path, kind, input } of artifacts) {
    const { content, targets = [], faults = [] } = await makeArtifact(kind, input, context);
    const bytes = typeof content === 'string' ? encode(content) : content;
    writeNew(join(context.release, path), bytes);
    written.push({ size: bytes.length, targets, faults });
  }
  return written;
}

/** Used for all texts, because the allocation of a buffer takes longer than the conversion. */
let buffer = Buffer.allocUnsafe(2 ** 20);

/** Converts a text to UTF-8. @returns bytes that the next call overwrites */
function encode(text: string): Uint8Array {
  // UTF-8 has at most three bytes for each code unit of a string.
  if (buffer.length < 3 * text.length) buffer = Buffer.allocUnsafe(3 * text.length);
  return buffer.subarray(0, buffer.write(text));
}
