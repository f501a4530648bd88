import { serve } from '@/lib/threads/serve';

// Waits for some milliseconds, during which the processor is free for others.
serve((milliseconds: number) => {
  const never = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  return { outcome: Atomics.wait(never, 0, 0, milliseconds) };
});
