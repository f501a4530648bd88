import { processorMilliseconds } from './processor-time';

/**
 * A request is also ended after this multiple of its time limit in elapsed time, for example if it waits without using
 * the processor.
 */
const mostWaiting = 60;

/**
 * Calls a function after a thread has used the processor for some time from now on, independent of other
 * programs. On systems that do not report processor time, elapsed time counts.
 *
 * @returns a function that cancels the call
 */
export function afterProcessorTime(
  threadId: string | undefined,
  milliseconds: number,
  isOver: () => void,
): () => undefined {
  const busy = () => (threadId === undefined ? undefined : processorMilliseconds(threadId));
  const begun = busy() ?? 0;
  const started = performance.now();
  let timer = setTimeout(look, milliseconds);
  function look() {
    const waited = performance.now() - started;
    const used = (busy() ?? Infinity) - begun;
    if (used >= milliseconds || waited >= milliseconds * mostWaiting) isOver();
    else timer = setTimeout(look, milliseconds - used);
  }
  return () => {
    clearTimeout(timer);
  };
}
