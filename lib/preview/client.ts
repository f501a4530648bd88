import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { Companion } from '@/lib/threads/companion';
import { Background } from './background';
import type { PreviewAnswers, PreviewNews, PreviewRequest } from './requests';

/** After a change of the code, a thread with the new code starts when nothing else changed for so long. */
const quietMilliseconds = 100;

/** What `scripts/compile.mjs` has. Next.js would bundle what is imported, and esbuild with it. */
interface Compiler {
  compilePreview: (root: string) => Promise<string>;
}

/** A thread that knows the content folder. */
interface PreviewThread {
  companion: Companion<PreviewRequest, PreviewNews>;
  /** Requests without a reply. */
  asked: Set<Promise<unknown>>;
}

/** The thread that answers, and what was told. */
interface PreviewState {
  /** Undefined where none was started yet, or the last could not be. */
  thread: Promise<PreviewThread> | undefined;
  /** How often it was told that pages may look other than they did. */
  version: number;
  listeners: Set<() => void>;
  /** Starts a thread with the code as it is now. */
  renewal: Background;
}

// Next.js loads a module once for pages and again for route handlers; there is one thread for all.
const shared: typeof globalThis & { preview?: PreviewState } = globalThis;
const state = (shared.preview ??= {
  thread: undefined,
  version: 0,
  listeners: new Set(),
  renewal: new Background(renew),
});

/** Asks the thread that knows the content folder; starts it at the first request. @throws Error saying why there is no answer */
export async function askPreview<Ask extends keyof PreviewAnswers>(
  ask: Ask,
  request: PreviewAnswers[Ask]['request'],
): Promise<PreviewAnswers[Ask]['answer']> {
  const { companion, asked } = await currentThread();
  // Each request has the answer of its kind.
  const reply = companion.ask({ ask, ...request } as PreviewRequest);
  asked.add(reply);
  try {
    return (await reply) as PreviewAnswers[Ask]['answer'];
  } finally {
    asked.delete(reply);
  }
}

/** Grows whenever pages may look other than they did. */
export function previewVersion(): number {
  return state.version;
}

/** Has a function called whenever {@link previewVersion} has grown. @returns a function that ends this */
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
    // With other code it may start the next time.
    if (state.thread === thread) state.thread = undefined;
    throw error;
  }
}

/** @throws Error when the code of the thread cannot be compiled */
async function start(): Promise<PreviewThread> {
  const project = /* turbopackIgnore: true */ process.cwd();
  const address = pathToFileURL(join(project, 'scripts/compile.mjs')).href;
  const { compilePreview } = (await import(/* turbopackIgnore: true */ address)) as Compiler;
  const folder = await compilePreview(project);
  const companion = new Companion<PreviewRequest, PreviewNews>('lib/preview/worker.ts', folder);
  companion.listen((told) => {
    if (told === 'changed') tellChange();
    else state.renewal.after(quietMilliseconds);
  });
  return { companion, asked: new Set() };
}

function tellChange(): void {
  state.version += 1;
  for (const listener of state.listeners) listener();
}

/** Puts a thread with the code as it is now in place of the one before, which answers until then. */
async function renew(): Promise<void> {
  const old = await state.thread;
  try {
    state.thread = Promise.resolve(await start());
  } catch (error) {
    // Code that is being written: the next change of it comes here again.
    console.error(error);
    return;
  }
  tellChange();
  if (!old) return;
  await Promise.allSettled(old.asked);
  await old.companion.ask({ ask: 'stop' });
  await old.companion.close();
}
