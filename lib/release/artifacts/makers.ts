import type { MenuSubject } from '@/lib/catalogue/menu';
import type { PageKind } from '@/lib/views/pages';
import type { StylePart } from './needed-styles';

/**
 * What makes the artifacts of each kind: modules with a function `make`, which run in worker threads. The code of a module and of
 * all that it imports is part of the keys of its artifacts.
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

/** Loads what makes artifacts of some kinds, so that the first of each takes no longer than the others. */
export async function loadMakers(kinds: readonly ArtifactKind[]): Promise<void> {
  await Promise.all(kinds.map((kind) => makers[kind]()));
}

/** What all artifacts of a release share. */
export interface MakerContext {
  /** The folder of the release. */
  release: string;
  contentFolder: string;
  /** Where rendered answers are kept. */
  answersFolder: string;
  /** The subjects that every page names. */
  menu: readonly MenuSubject[];
  /** The style sheet of pages of a kind, of which each holds what it needs. */
  styles: Readonly<Record<PageKind, readonly StylePart[]>>;
}

/** A file that was made. */
export interface Made {
  content: string | Uint8Array;
  /** Addresses within the site that it leads to. */
  targets?: readonly string[];
  /** What search engines would find wrong with it, a sentence each. */
  faults?: readonly string[];
}

type Maker<Kind extends ArtifactKind> = Awaited<ReturnType<(typeof makers)[Kind]>>['make'];

/** What the maker of a kind is given. */
export type InputOf<Kind extends ArtifactKind> = Parameters<Maker<Kind>>[0];

/** Makes an artifact. @param input as `artifact` typed it for this kind */
export async function makeArtifact(kind: ArtifactKind, input: unknown, context: MakerContext): Promise<Made> {
  const { make } = await makers[kind]();
  // The function `artifact` holds the input to the kind; through the thread's messages, the compiler cannot follow it.
  const untyped = make as (input: never, context: MakerContext) => Made | Promise<Made>;
  return untyped(input as never, context);
}
