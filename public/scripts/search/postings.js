/**
 * Where a word stands: the numbers of its questions, rising, and for each how much the word weighs there, 1 to 255.
 * @typedef {{ documents: number[], weights: number[] }} Postings
 */

/**
 * Words with their postings, as few bytes as that takes: numbers as their distance from the one before, seven bits to a
 * byte. {@link readShard} is the inverse.
 * @param {Iterable<[string, Postings]>} words
 * @returns {Uint8Array}
 */
export function writeShard(words) {
  /** @type {number[]} */
  const bytes = [];
  /** @param {number} number */
  const write = (number) => {
    let rest = number;
    for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
    bytes.push(rest);
  };
  const encoder = new TextEncoder();
  for (const [word, { documents, weights }] of words) {
    const name = encoder.encode(word);
    write(name.length);
    bytes.push(...name);
    write(documents.length);
    let last = 0;
    for (const [index, document] of documents.entries()) {
      write(document - last);
      bytes.push(weights[index] ?? 1);
      last = document;
    }
  }
  return Uint8Array.from(bytes);
}

/**
 * @param {Uint8Array} bytes
 * @returns {Map<string, Postings>}
 */
export function readShard(bytes) {
  /** @type {Map<string, Postings>} */
  const words = new Map();
  let at = 0;
  const byte = () => bytes[at++] ?? 0;
  const read = () => {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const next = byte();
      number |= (next & 127) << shift;
      if (next < 128) return number;
    }
  };
  const decoder = new TextDecoder();
  while (at < bytes.length) {
    const length = read();
    const word = decoder.decode(bytes.subarray(at, at + length));
    at += length;
    /** @type {Postings} */
    const postings = { documents: [], weights: [] };
    let last = 0;
    for (let count = read(); count > 0; count -= 1) {
      last += read();
      postings.documents.push(last);
      postings.weights.push(byte());
    }
    words.set(word, postings);
  }
  return words;
}
