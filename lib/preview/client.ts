import { Companion } from '@/lib/threads/companion';
import type { PreviewAnswers, PreviewNews, PreviewRequest } from './requests';

/** The thread that knows the content folder, and what it told. */
interface PreviewThread {
  companion: Companion<PreviewRequest, PreviewNews>;
  /** How often it told that pages may look other than they did. */
  version: number;
}

// Next.js loads a module once for pages and again for route handlers; there is one thread for all.
const shared: typeof globalThis & { previewThread?: PreviewThread } = globalThis;

function start(): PreviewThread {
  const thread: PreviewThread = { companion: new Companion('lib/preview/worker.ts'), version: 0 };
  thread.companion.listen(() => {
    thread.version += 1;
  });
  return thread;
}

function currentThread(): PreviewThread {
  shared.previewThread ??= start();
  return shared.previewThread;
}

/** Asks the thread that knows the content folder; starts it at the first request. @throws Error saying why there is no answer */
export async function askPreview<Ask extends keyof PreviewAnswers>(
  ask: Ask,
  request: PreviewAnswers[Ask]['request'],
): Promise<PreviewAnswers[Ask]['answer']> {
  // Each request has the answer of its kind.
  return (await currentThread().companion.ask({
    ask,
    ...request,
  } as PreviewRequest)) as PreviewAnswers[Ask]['answer'];
}

/** Grows whenever pages may look other than they did. */
export function previewVersion(): number {
  return currentThread().version;
}

/** Has a function called whenever {@link previewVersion} has grown. @returns a function that ends this */
export function onPreviewChange(listener: () => void): () => void {
  return currentThread().companion.listen(listener);
}
