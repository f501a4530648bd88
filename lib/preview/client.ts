import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { StatefulThread } from '@/lib/threads/stateful-thread';
import type { PreviewReplies, PreviewNews, PreviewRequest } from './requests';

/**
 * The exports of `scripts/compile.mjs`. It is loaded at run time, because Next.js would bundle an import
 * together with esbuild.
 */
interface Compiler {
  compilePreview: (root: string) => Promise<string>;
}

type PreviewThread = StatefulThread<PreviewRequest, PreviewNews>;

/** The preview's thread, and how often its pages changed. */
interface PreviewState {
  /** Undefined before the first request, and after the thread could not be compiled. */
  thread: Promise<PreviewThread> | undefined;
  /** Number of messages from the thread that pages may have changed. */
  version: number;
  listeners: Set<() => void>;
}

// Shared by both copies of this module: Next.js loads it separately for pages and for route handlers.
const shared: typeof globalThis & { preview?: PreviewState } = globalThis;
const state = (shared.preview ??= { thread: undefined, version: 0, listeners: new Set() });

/**
 * Sends a request to the thread of the preview. Starts it with the first request.
 *
 * @throws Error with the reason if there is no reply
 */
export async function askPreview<Ask extends keyof PreviewReplies>(
  ask: Ask,
  request: PreviewReplies[Ask]['request'],
): Promise<PreviewReplies[Ask]['reply']> {
  const thread = await currentThread();
  // Each request has the reply of its kind.
  return (await thread.ask({ ask, ...request } as PreviewRequest)) as PreviewReplies[Ask]['reply'];
}

/** A number that increases with each change of the pages. */
export function previewVersion(): number {
  return state.version;
}

/** Calls a function whenever {@link previewVersion} has increased. @returns a function that stops this */
export function onPreviewChange(listener: () => void): () => void {
  state.listeners.add(listener);
  return () => {
    state.listeners.delete(listener);
  };
}

async function currentThread(): Promise<PreviewThread> {
  const thread = (state.thread ??= start());
  try {
    return await thread;
  } catch (error) {
    // The next request tries again, because the code may be correct then.
    if (state.thread === thread) state.thread = undefined;
    throw error;
  }
}

/** @throws Error if the code of the thread cannot be compiled */
async function start(): Promise<PreviewThread> {
  const project = /* turbopackIgnore: true */ process.cwd();
  const address = pathToFileURL(join(project, 'scripts/compile.mjs')).href;
  const { compilePreview } = (await import(/* turbopackIgnore: true */ address)) as Compiler;
  const thread: PreviewThread = new StatefulThread('lib/preview/worker.ts', await compilePreview(project));
  thread.listen(() => {
    state.version += 1;
    for (const listener of state.listeners) listener();
  });
  return thread;
}
