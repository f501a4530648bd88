import { questionFile } from '../question-file';
import { writeQuestion } from './grammar';
import { findViolation } from './invariants';
import { minimise } from './minimise';
import { flipBytes, mutate } from './mutate';
import { Random } from '../random';

interface Failure {
  /** The broken guarantee. */
  violation: string;
  /** The smallest input found that breaks it. */
  input: Uint8Array;
}

export interface FuzzRun {
  executions: number;
  failure: Failure | undefined;
}

export interface FuzzOptions {
  seed: number;
  milliseconds: number;
  /** Additional valid files to start from. */
  articles?: readonly string[];
}

/**
 * Runs mutated and generated files through the reader, the decoder and the renderer until the first failure.
 */
export function fuzz({ seed, milliseconds, articles = [] }: FuzzOptions): FuzzRun {
  const random = new Random(seed);
  const seeds = [...articles, ...ownArticles];
  const until = performance.now() + milliseconds;
  let executions = 0;
  while (performance.now() < until) {
    const input = writeInput(seeds, random);
    executions += 1;
    const violation = findViolation(input);
    if (violation === undefined) continue;
    const kind = kindOf(violation);
    const smallest = minimise(input, (part) => kindOf(findViolation(part) ?? '') === kind);
    return { executions, failure: { violation: findViolation(smallest) ?? violation, input: smallest } };
  }
  return { executions, failure: undefined };
}

/** Without numbers and quotations, so that a smaller input may break the same guarantee at another place. */
function kindOf(violation: string): string {
  return violation.slice(0, 24);
}

function writeInput(seeds: readonly string[], random: Random): Uint8Array {
  const written = writeQuestion(1 + random.below(1000), random);
  switch (random.below(8)) {
    case 0:
      return flipBytes(random.pick(seeds), random);
    case 1:
    case 2:
      return new TextEncoder().encode(written);
    case 3:
      return new TextEncoder().encode(mutate(written, seeds, random));
    default:
      return new TextEncoder().encode(mutate(random.pick(seeds), [...seeds, written], random));
  }
}

const rich = `### Heading

A [link](/learn/physics/questions/x), **bold**, \`code\\n\`, $x^2$ and $5 or $10.[^1]

- one
  - two

| a | b |
|---|---|
| 1 | $\\frac{1}{2}$ |

$$
\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}
$$

\`\`\`c
printf("done\\n");
\`\`\`

> quoted <sub>low</sub> <b>bold</b>

[^1]: A note.`;

const ownArticles = [
  questionFile(1, { answer: rich }),
  questionFile(2, { answer: rich, escaped: true }),
  questionFile(3, { keys: 'related_article1:\n  url: /learn/physics/questions/x\nshort_answer: Blue.\n' }),
];
