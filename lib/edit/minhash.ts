import { hashText } from '@/lib/cache/hash-text';

/** How many hashes stand for a text. The likeness of two texts is told to about one part in eight. */
const hashCount = 64;

/** Bands of this many hashes are compared first: texts that are alike in four of five words share one nearly always. */
const bandRows = 4;

/** Words in a row that are taken together. */
const shingleWords = 3;

/** Of each hash, its last bits: enough to tell hashes apart, and half as much to keep for every text of a library. */
const hashDigits = 4;

/**
 * The least of each hash over all shingles of a text (Broder, 1997), as hexadecimal digits. Equal texts have equal
 * signatures.
 */
export type Signature = string;

export function signatureOf(words: readonly string[]): Signature {
  // Least as numbers with a sign, which the processor compares at once.
  const signature = new Int32Array(hashCount).fill(0x7fffffff);
  const hashes = words.map(hashText);
  const count = Math.max(1, words.length - shingleWords + 1);
  for (let index = 0; index < count; index += 1) {
    let hash = 0;
    for (let offset = 0; offset < shingleWords; offset += 1)
      hash = Math.imul(hash, 0x01000193) ^ (hashes[index + offset] ?? 0);
    for (let row = 0; row < hashCount; row += 1) {
      const value = Math.imul(hash, 2 * row + 1) + Math.imul(row, 0x9e3779b1);
      const mixed = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
      if (mixed < (signature[row] ?? 0)) signature[row] = mixed;
    }
  }
  return Array.from(signature, (hash) => (hash >>> 0).toString(16).padStart(8, '0').slice(-hashDigits)).join(
    '',
  );
}

/** The share of shingles that two texts have in common, from 0 to 1, estimated. */
export function likeness(a: Signature, b: Signature): number {
  let equal = 0;
  for (let start = 0; start < hashCount * hashDigits; start += hashDigits) {
    if (a.slice(start, start + hashDigits) === b.slice(start, start + hashDigits)) equal += 1;
  }
  return equal / hashCount;
}

/**
 * Texts whose likeness to an earlier one is at least `threshold`, each once and by index, with one that it is like. The cost
 * grows with the number of texts, not with that of pairs, however many are alike.
 *
 * @param measure of two texts; a text is measured at most once in each band
 */
export function alikePairs(
  signatures: readonly Signature[],
  threshold: number,
  measure: (a: Signature, b: Signature) => number = likeness,
): { first: number; second: number; likeness: number }[] {
  const found = new Map<number, { first: number; second: number; likeness: number }>();
  for (let band = 0; band < hashCount; band += bandRows) {
    // By what texts have in this band, the first text that has it: the others are compared with that one alone.
    const firsts = new Map<string, number>();
    signatures.forEach((signature, second) => {
      const key = signature.slice(band * hashDigits, (band + bandRows) * hashDigits);
      const first = firsts.get(key);
      if (first === undefined) {
        firsts.set(key, second);
        return;
      }
      if (found.has(second)) return;
      const measured = measure(signatures[first] ?? '', signature);
      if (measured >= threshold) found.set(second, { first, second, likeness: measured });
    });
  }
  return [...found.values()].sort((a, b) => a.second - b.second);
}
