import { execFileSync } from 'node:child_process';

/** What a thread of a test does before it answers. */
export type Demand =
  | { do: 'answer' }
  | { do: 'throw' }
  | { do: 'loop' }
  | { do: 'take memory' }
  | { do: 'end its thread' }
  | { do: 'answer with a function' }
  | { do: 'block in native code'; seconds: number };

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
    case 'answer with a function':
      return () => undefined;
    case 'block in native code':
      execFileSync('sleep', [String(demand.seconds)]);
      return { answered: true };
  }
}
