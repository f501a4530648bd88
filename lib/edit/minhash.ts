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
  const signature = new Uint32Array(hashCount).fill(0xffffffff);
  const count = Math.max(1, words.length - shingleWords + 1);
  for (let index = 0; index < count; index += 1) {
    const hash = hashText(words.slice(index, index + shingleWords).join(' '));
    for (let row = 0; row < hashCount; row += 1) {
      const value = (Math.imul(hash, 2 * row + 1) + Math.imul(row, 0x9e3779b1)) >>> 0;
      const mixed = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 0;
      if (mixed < (signature[row] ?? 0)) signature[row] = mixed;
    }
  }
  return [...signature].map((hash) => hash.toString(16).padStart(8, '0').slice(-hashDigits)).join('');
}

/** The share of shingles that two texts have in common, from 0 to 1, estimated. */
export function likeness(a: Signature, b: Signature): number {
  let equal = 0;
  for (let start = 0; start < hashCount * hashDigits; start += hashDigits) {
    if (a.slice(start, start + hashDigits) === b.slice(start, start + hashDigits)) equal += 1;
  }
  return equal / hashCount;
}

/** Pairs of texts, by index, whose likeness is at least `threshold`; the earlier first. */
export function alikePairs(
  signatures: readonly Signature[],
  threshold: number,
): { first: number; second: number; likeness: number }[] {
  const seen = new Set<number>();
  const pairs: { first: number; second: number; likeness: number }[] = [];
  for (let band = 0; band < hashCount; band += bandRows) {
    const buckets = new Map<string, number>();
    signatures.forEach((signature, index) => {
      const key = signature.slice(band * hashDigits, (band + bandRows) * hashDigits);
      // Each is compared with the first of its bucket: of many copies, each is reported once.
      const first = buckets.get(key);
      if (first === undefined) {
        buckets.set(key, index);
        return;
      }
      const pair = first * signatures.length + index;
      if (seen.has(pair)) return;
      seen.add(pair);
      const measured = likeness(signatures[first] ?? '', signature);
      if (measured >= threshold) pairs.push({ first, second: index, likeness: measured });
    });
  }
  return pairs;
}
