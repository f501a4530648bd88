import { hash } from 'node:crypto';

import type { ArtifactKind, InputOf } from './makers';

/** A file that a release must contain. */
export interface Artifact {
  /** Path within the release, with `/` as separator. */
  path: string;
  /**
   * The hash of all inputs of the file: artifacts with the same path and key have the same bytes. May be
   * computed on first use.
   */
  readonly key: string;
  /** Selects the module that makes the artifact. */
  kind: ArtifactKind;
  /** The input of that module, as plain data. Computed only if the artifact is made, not if it is kept. */
  input(): unknown;
}

/** A file that a release contains. */
export interface FileRecord {
  path: string;
  key: string;
  /** In bytes. */
  size: number;
}

/** Creates an {@link Artifact} with an input of the type that the maker of its kind takes. */
export function artifact<Kind extends ArtifactKind>(
  kind: Kind,
  path: string,
  key: string,
  input: () => InputOf<Kind>,
): Artifact {
  return { kind, path, key, input };
}

/** A cache key: the hash of values that can be serialized by `JSON.stringify`. */
export function keyOf(...values: unknown[]): string {
  return hash('sha256', JSON.stringify(values)).slice(0, 32);
}
