import { hashText } from '@/lib/cache/hash-text';

/** Number of hashes in a signature. The estimated similarity of two texts is exact to about one eighth. */
const hashCount = 64;

/**
 * Signatures are compared in bands of this many hashes. Two texts with a similarity of 0.8 almost always have
 * a band in common.
 */
const bandRows = 4;

/** Number of consecutive words in a shingle. */
const shingleWords = 3;

/**
 * Number of hexadecimal digits kept of each hash. Enough to tell hashes apart, at half the memory for every
 * text of a library.
 */
const hashDigits = 4;
const lastDigits = 16 ** hashDigits - 1;

/**
 * The minimum of each hash over all shingles of a text (Broder, 1997), in hexadecimal. Equal texts have equal
 * signatures.
 */
export type Signature = string;

export function signatureOf(words: readonly string[]): Signature {
  const shingles = hashShingles(words);
  let signature = '';
  for (let row = 0; row < hashCount; row += 1) {
    const least = leastHash(shingles, 2 * row + 1, Math.imul(row, 0x9e3779b1));
    signature += (least & lastDigits).toString(16).padStart(hashDigits, '0');
  }
  return signature;
}

function hashShingles(words: readonly string[]): Int32Array {
  const hashes = words.map(hashText);
  const shingles = new Int32Array(Math.max(1, words.length - shingleWords + 1));
  for (let index = 0; index < shingles.length; index += 1) {
    let hash = 0;
    for (let offset = 0; offset < shingleWords; offset += 1)
      hash = Math.imul(hash, 0x01000193) ^ (hashes[index + offset] ?? 0);
    shingles[index] = hash;
  }
  return shingles;
}

/**
 * The minimum of one hash over all shingles. Signed 32-bit integers, because comparing them is fastest. An
 * index, because an iterator takes longer.
 */
function leastHash(shingles: Int32Array, factor: number, summand: number): number {
  let least = 0x7fffffff;
  for (let index = shingles.length - 1; index >= 0; index -= 1) {
    const value = (Math.imul(shingles[index] ?? 0, factor) + summand) | 0;
    least = Math.min(least, Math.imul(value ^ (value >>> 15), 0x2c1b3c6d));
  }
  return least;
}

/** Estimates the share of common shingles of two texts, from 0 to 1. */
export function likeness(a: Signature, b: Signature): number {
  let equal = 0;
  for (let start = 0; start < hashCount * hashDigits; start += hashDigits) {
    if (a.slice(start, start + hashDigits) === b.slice(start, start + hashDigits)) equal += 1;
  }
  return equal / hashCount;
}

/**
 * Finds texts whose similarity to an earlier text is at least `threshold`. Each is returned once, by index,
 * with one similar text. The time grows with the number of texts, not of pairs, however many are similar.
 *
 * @param measure similarity of two texts; called at most once for each text and band
 */
export function alikePairs(
  signatures: readonly Signature[],
  threshold: number,
  measure: (a: Signature, b: Signature) => number = likeness,
): { first: number; second: number; likeness: number }[] {
  const found = new Map<number, { first: number; second: number; likeness: number }>();
  for (let band = 0; band < hashCount; band += bandRows) {
    // For each value of this band, the first text that has it. Later texts are compared only with that one.
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
