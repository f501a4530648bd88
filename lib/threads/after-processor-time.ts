import { processorMilliseconds } from './processor-time';

/** A request that waits for something that never comes is given up after so many times the time that it may take. */
const mostWaiting = 60;

/**
 * Calls a function once a thread has kept a processor busy for some time from now on: other programs may slow it down. On
 * systems that do not tell, the time that passes counts.
 *
 * @returns a function that keeps it from being called
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
