import { processorMilliseconds } from './processor-time';

/**
 * A request is also ended after this multiple of its time limit in elapsed time, for example if it waits
 * without using the processor.
 */
const maxElapsedFactor = 60;

/**
 * Calls a function after a thread has used the processor for some time from now on, independent of other
 * programs. On systems that do not report processor time, elapsed time counts.
 *
 * @returns a function that cancels the call
 */
export function afterProcessorTime(
  threadId: string | undefined,
  milliseconds: number,
  onExceeded: () => void,
): () => undefined {
  const processorTime = () => (threadId === undefined ? undefined : processorMilliseconds(threadId));
  const startProcessorTime = processorTime() ?? 0;
  const startTime = performance.now();
  let timer = setTimeout(poll, milliseconds);
  function poll() {
    const elapsed = performance.now() - startTime;
    const used = (processorTime() ?? Infinity) - startProcessorTime;
    if (used >= milliseconds || elapsed >= milliseconds * maxElapsedFactor) onExceeded();
    else timer = setTimeout(poll, milliseconds - used);
  }
  return () => {
    clearTimeout(timer);
  };
}
