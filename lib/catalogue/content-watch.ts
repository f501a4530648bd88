import { contentFolder } from './content-folder';

/** Editors save a file in several steps; one change is told once. */
const settleMilliseconds = 100;

/** What the live preview knows of the content folder. */
export interface ContentWatch {
  /** Grows with every change. */
  version: number;
  /** Are called after a change. */
  listeners: Set<() => void>;
}

// Next.js loads a module once for pages and again for route handlers; there is one watch for all.
const shared: typeof globalThis & { contentWatch?: ContentWatch } = globalThis;

/** Watches the content folder, from the first call on. For development. */
export async function watchContent(): Promise<ContentWatch> {
  if (shared.contentWatch) return shared.contentWatch;
  const watch: ContentWatch = { version: 0, listeners: new Set() };
  shared.contentWatch = watch;
  const chokidar = await import('chokidar');
  let timer: NodeJS.Timeout | undefined;
  // A link may lead to the whole disk.
  chokidar.watch(contentFolder(), { ignoreInitial: true, followSymlinks: false }).on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      watch.version += 1;
      for (const tell of watch.listeners) tell();
    }, settleMilliseconds);
  });
  return watch;
}

/** Changes whenever the content does: in development, by {@link watchContent}. A build reads the content once. */
export async function contentVersion(): Promise<number> {
  return process.env.NODE_ENV === 'development' ? (await watchContent()).version : 0;
}
