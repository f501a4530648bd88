import { hash } from 'node:crypto';

import type { ArtifactKind, InputOf } from './makers';

/** A file that a release has to have. */
export interface Artifact {
  /** Where it lies within the release, with `/` between the parts. */
  path: string;
  /** The hash of everything that its bytes are made of: artifacts of one path and one key have the same bytes. */
  key: string;
  /** Names the module that makes it. */
  kind: ArtifactKind;
  /** What that module is given: plain data. Computed when the artifact is made, not when it is kept. */
  input: () => unknown;
}

/** A file that a release has. */
export interface FileRecord {
  path: string;
  key: string;
  /** In bytes. */
  size: number;
}

/** An {@link Artifact} whose input is of the type that the maker of its kind takes. */
export function artifact<Kind extends ArtifactKind>(
  kind: Kind,
  path: string,
  key: string,
  input: () => InputOf<Kind>,
): Artifact {
  return { kind, path, key, input };
}

/** A cache key: the hash of values, which must survive `JSON.stringify`. */
export function keyOf(...values: unknown[]): string {
  return hash('sha256', JSON.stringify(values)).slice(0, 32);
}
