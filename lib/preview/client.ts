import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { Companion } from '@/lib/threads/companion';
import type { PreviewAnswers, PreviewNews, PreviewRequest } from './requests';

/** What `scripts/compile.mjs` has. Next.js would bundle what is imported, and esbuild with it. */
interface Compiler {
  compilePreview: (root: string) => Promise<string>;
}

type PreviewThread = Companion<PreviewRequest, PreviewNews>;

/** The thread that knows the content folder, and what it told. */
interface PreviewState {
  /** Undefined before the first request, and after the thread could not be compiled. */
  thread: Promise<PreviewThread> | undefined;
  /** How often it told that pages may look other than they did. */
  version: number;
  listeners: Set<() => void>;
}

// Next.js loads a module separately for pages and for route handlers; they share one thread.
const shared: typeof globalThis & { preview?: PreviewState } = globalThis;
const state = (shared.preview ??= { thread: undefined, version: 0, listeners: new Set() });

/**
 * Sends a request to the thread of the preview. Starts it with the first request.
 *
 * @throws Error with the reason if there is no reply
 */
export async function askPreview<Ask extends keyof PreviewAnswers>(
  ask: Ask,
  request: PreviewAnswers[Ask]['request'],
): Promise<PreviewAnswers[Ask]['answer']> {
  const thread = await currentThread();
  // Each request has the answer of its kind.
  return (await thread.ask({ ask, ...request } as PreviewRequest)) as PreviewAnswers[Ask]['answer'];
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
    // After a change of the code, it may start the next time.
    if (state.thread === thread) state.thread = undefined;
    throw error;
  }
}

/** @throws Error if the code of the thread cannot be compiled */
async function start(): Promise<PreviewThread> {
  const project = /* turbopackIgnore: true */ process.cwd();
  const address = pathToFileURL(join(project, 'scripts/compile.mjs')).href;
  const { compilePreview } = (await import(/* turbopackIgnore: true */ address)) as Compiler;
  const thread: PreviewThread = new Companion('lib/preview/worker.ts', await compilePreview(project));
  thread.listen(() => {
    state.version += 1;
    for (const listener of state.listeners) listener();
  });
  return thread;
}
