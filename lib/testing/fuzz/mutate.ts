import { dictionary } from './dictionary';
import type { Random } from '../random';

/** Maximum number of repetitions. */
const mostRepeats = 300;

/** Changes a text in up to eight places. */
export function mutate(text: string, others: readonly string[], random: Random): string {
  let mutated = text;
  for (let times = 1 + random.below(8); times > 0; times -= 1) {
    mutated = random.pick(mutations)(mutated, others, random);
  }
  return mutated;
}

type Mutation = (text: string, others: readonly string[], random: Random) => string;

const mutations: readonly Mutation[] = [
  // Inserts a token once or many times.
  (text, _, random) => insert(text, random.below(text.length + 1), random.pick(dictionary)),
  (text, _, random) => insert(text, random.below(text.length + 1), random.pick(dictionary)),
  (text, _, random) =>
    insert(text, random.below(text.length + 1), random.pick(dictionary).repeat(random.below(mostRepeats))),
  (text, _, random) => {
    const pair = random.pick(dictionary) + random.pick(dictionary);
    return insert(text, random.below(text.length + 1), pair.repeat(random.below(mostRepeats)));
  },
  // Replaces a passage by a token.
  (text, _, random) => {
    const [from, to] = stretch(text, random);
    return text.slice(0, from) + random.pick(dictionary) + text.slice(to);
  },
  // Removes, duplicates, moves or reverses a passage.
  (text, _, random) => {
    const [from, to] = stretch(text, random);
    return text.slice(0, from) + text.slice(to);
  },
  (text, _, random) => {
    const [from, to] = stretch(text, random);
    return insert(text, to, text.slice(from, to).repeat(1 + random.below(20)));
  },
  (text, _, random) => {
    const [from, to] = stretch(text, random);
    return insert(text, random.below(text.length + 1), text.slice(from, to));
  },
  (text, _, random) => {
    const [from, to] = stretch(text, random);
    return text.slice(0, from) + Array.from(text.slice(from, to)).reverse().join('') + text.slice(to);
  },
  // Inserts a passage of another text.
  (text, others, random) => {
    const other = random.pick(others);
    const [from, to] = stretch(other, random);
    return insert(text, random.below(text.length + 1), other.slice(from, to));
  },
  (text, others, random) => {
    const other = random.pick(others);
    return text.slice(0, random.below(text.length + 1)) + other.slice(random.below(other.length + 1));
  },
  // Changes one character.
  (text, _, random) => {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + String.fromCodePoint(random.below(0x250)) + text.slice(at + 1);
  },
  // Duplicates, removes or moves a line.
  (text, _, random) => {
    const lines = text.split('\n');
    const [line = ''] = lines.splice(random.below(lines.length), 1);
    lines.splice(random.below(lines.length + 1), 0, ...Array.from({ length: random.below(3) }, () => line));
    return lines.join('\n');
  },
];

/** The bytes of a text with some of them changed; they may no longer be UTF-8. */
export function flipBytes(text: string, random: Random): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  for (let times = 1 + random.below(6); times > 0 && bytes.length > 0; times -= 1) {
    const at = random.below(bytes.length);
    bytes[at] = random.below(2) === 0 ? random.below(256) : (bytes[at] ?? 0) ^ (1 << random.below(8));
  }
  return bytes;
}

function insert(text: string, at: number, added: string): string {
  return text.slice(0, at) + added + text.slice(at);
}

/** A passage, mostly a short one. */
function stretch(text: string, random: Random): [from: number, to: number] {
  const from = random.below(text.length + 1);
  const length = random.below(random.pick([4, 40, 400, text.length + 1]));
  return [from, Math.min(text.length, from + length)];
}
