import type { MenuSubject } from '@/lib/catalogue/menu';

/**
 * The modules that make the artifacts of each kind. Each exports a function `make`, which runs in worker
 * threads. The code of a module and its imports is part of the keys of its artifacts.
 */
const makers = {
  question: () => import('./question'),
  list: () => import('./list'),
  app: () => import('./app'),
  markdown: () => import('./markdown'),
  feed: () => import('./feed'),
  study: () => import('./study'),
  picture: () => import('./picture'),
  icon: () => import('./icon'),
  font: () => import('./font'),
  script: () => import('./script'),
  compressed: () => import('./compressed'),
  file: () => import('./file'),
} as const;

export type ArtifactKind = keyof typeof makers;

// `Object.keys` cannot know that an object has no other keys than its type.
export const artifactKinds = Object.keys(makers) as ArtifactKind[];

/**
 * Loads the modules of some kinds in advance, so that the first artifact of each takes no longer than the
 * others.
 */
export async function loadMakers(kinds: readonly ArtifactKind[]): Promise<void> {
  await Promise.all(kinds.map((kind) => makers[kind]()));
}

/** Data for all artifacts of a release. */
export interface MakerContext {
  /** The folder of the release. */
  release: string;
  contentFolder: string;
  /** The folder of rendered answers. */
  answersFolder: string;
  /** The subjects in the menu of every page. */
  menu: readonly MenuSubject[];
  /** The compiled style sheets, serialized as JSON. Each page contains the rules that it needs. */
  styles: string;
}

/** The result of making an artifact. */
export interface Made {
  content: string | Uint8Array;
  /** Addresses within the site that the file links to. */
  targets?: readonly string[];
  /** Violations of the rules of search engines, one sentence each. */
  faults?: readonly string[];
}

type Maker<Kind extends ArtifactKind> = Awaited<ReturnType<(typeof makers)[Kind]>>['make'];

/** The input type of a kind's maker. */
export type InputOf<Kind extends ArtifactKind> = Parameters<Maker<Kind>>[0];

/** Makes an artifact. @param input of the type that `artifact` required for this kind */
export async function makeArtifact(kind: ArtifactKind, input: unknown, context: MakerContext): Promise<Made> {
  const { make } = await makers[kind]();
  // The function `artifact` ensured that the input fits the kind. The type is lost in messages between
  // threads.
  const untyped = make as (input: never, context: MakerContext) => Made | Promise<Made>;
  return untyped(input as never, context);
}
