import type { Redirects } from '@/lib/catalogue/redirects';
import type { ArtifactKind } from '../artifacts/makers';
import type { Styles } from '../styles';

/** Everything that a release is made of besides its questions. */
export interface Surroundings {
  /** The version of the code that makes the artifacts of each kind. */
  code: Readonly<Record<ArtifactKind | 'search', string>>;
  styles: Styles;
  /** The scripts that pages load. */
  scripts: readonly ScriptSource[];
  /** Files that are published as they are. */
  files: readonly PublicFile[];
  redirects: Redirects;
}

export interface ScriptSource {
  /** Within the release. */
  path: string;
  /** Within the project. */
  module: string;
  /** The version of the module and of all that it imports. */
  version: string;
}

export interface PublicFile {
  /** Within the release. */
  path: string;
  /** Absolute. */
  file: string;
  /** Of its bytes. */
  hash: string;
}
