/**
 * The questions of a subject with a word: ids in ascending order, and the weight of the word in each, from 1
 * to 255.
 *
 * @typedef {{ subject: string, ids: Uint32Array, weights: Uint8Array }} Postings
 */

/**
 * Words with their postings by subject.
 * @typedef {Map<string, Postings[]>} PostingsByWord
 */

/**
 * Encodes the postings of some words: their subjects, then the words. Numbers use seven bits per byte, and
 * ids are stored as differences. {@link decodePostings} is the inverse.
 *
 * @param {PostingsByWord} postings
 * @returns {Uint8Array}
 */
export function encodePostings(postings) {
  const encoder = new TextEncoder();
  const subjects = [
    ...new Set([...postings.values()].flatMap((all) => all.map(({ subject }) => subject))),
  ].sort();
  const places = new Map(subjects.map((subject, place) => [subject, place]));
  const bytes = new Uint8Array(maxBytes(subjects, postings));
  let at = 0;
  /** @param {number} number */
  const write = (number) => {
    let rest = number;
    for (; rest > 127; rest >>>= 7) bytes[at++] = (rest & 127) | 128;
    bytes[at++] = rest;
  };
  /** @param {string} text */
  const writeText = (text) => {
    const encoded = encoder.encode(text);
    write(encoded.length);
    bytes.set(encoded, at);
    at += encoded.length;
  };
  write(subjects.length);
  subjects.forEach(writeText);
  for (const [word, all] of postings) {
    writeText(word);
    write(all.length);
    for (const { subject, ids, weights } of all) {
      write(places.get(subject) ?? 0);
      write(ids.length);
      let last = 0;
      for (const id of ids) {
        write(id - last);
        last = id;
      }
      bytes.set(weights, at);
      at += weights.length;
    }
  }
  return bytes.slice(0, at);
}

/** Maximum number of bytes for a number of 32 bits, and for a UTF-16 unit of text. */
const maxBytesOfNumber = 5;
const maxBytesOfUnit = 3;

/**
 * @param {readonly string[]} subjects
 * @param {PostingsByWord} postings
 */
function maxBytes(subjects, postings) {
  let total = maxBytesOfNumber;
  /** @param {string} text */
  const addText = (text) => {
    total += maxBytesOfNumber + maxBytesOfUnit * text.length;
  };
  subjects.forEach(addText);
  for (const [word, all] of postings) {
    addText(word);
    total += maxBytesOfNumber;
    for (const { ids } of all) total += 2 * maxBytesOfNumber + (maxBytesOfNumber + 1) * ids.length;
  }
  return total;
}

/**
 * @param {Uint8Array} bytes
 * @param {(word: string) => boolean} [isWanted] selects the words to read; skipping the others is much
 *   faster
 * @returns {PostingsByWord}
 */
export function decodePostings(bytes, isWanted = () => true) {
  let at = 0;
  const read = () => {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const next = bytes[at++] ?? 0;
      number |= (next & 127) << shift;
      if (next < 128) return number;
    }
  };
  /** @param {number} count */
  const skip = (count) => {
    for (let left = count; left > 0; at += 1) if ((bytes[at] ?? 0) < 128) left -= 1;
  };
  const decoder = new TextDecoder();
  const readText = () => {
    const length = read();
    at += length;
    return decoder.decode(bytes.subarray(at - length, at));
  };
  const subjects = Array.from({ length: read() }, readText);
  const readPostings = () => {
    const subject = subjects[read()] ?? '';
    const ids = new Uint32Array(read());
    let last = 0;
    for (let index = 0; index < ids.length; index += 1) {
      last += read();
      ids[index] = last;
    }
    const weights = bytes.slice(at, at + ids.length);
    at += ids.length;
    return { subject, ids, weights };
  };
  const skipPostings = () => {
    skip(1);
    const count = read();
    skip(count);
    at += count;
  };
  /** @type {PostingsByWord} */
  const postings = new Map();
  while (at < bytes.length) {
    const word = readText();
    const length = read();
    if (isWanted(word)) postings.set(word, Array.from({ length }, readPostings));
    else for (let left = length; left > 0; left -= 1) skipPostings();
  }
  return postings;
}
