import { execFileSync } from 'node:child_process';
import { pbkdf2Sync } from 'node:crypto';

/** What a test thread does before it returns. */
export type Demand =
  | { do: 'answer' }
  | { do: 'throw' }
  | { do: 'loop' }
  | { do: 'take memory' }
  | { do: 'end its thread' }
  | { do: 'abort' }
  | { do: 'answer with a function' }
  | { do: 'keep native code busy' }
  | { do: 'wait in native code'; seconds: number };

export default function answer(demand: Demand): unknown {
  switch (demand.do) {
    case 'answer':
      return { answered: true };
    case 'throw':
      throw new Error('thrown');
    case 'loop':
      for (;;);
    case 'take memory':
      for (const held: number[][] = []; ;) held.push(Array.from({ length: 10_000 }, () => held.length));
    case 'end its thread':
      return process.exit(3);
    case 'abort':
      // Native code aborts like this after an internal error.
      return process.abort();
    case 'answer with a function':
      return () => undefined;
    case 'keep native code busy':
      // Takes some seconds and cannot be interrupted.
      return { answered: pbkdf2Sync('', '', 6_000_000, 64, 'sha512').length > 0 };
    case 'wait in native code':
      execFileSync('sleep', [String(demand.seconds)]);
      return { answered: true };
  }
}
