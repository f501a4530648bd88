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
    writeNew(join(context.release, path), content);
    written.push({ size: Buffer.byteLength(content), targets, faults });
  }
  return written;
}
