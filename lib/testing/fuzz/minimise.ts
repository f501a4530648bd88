/**
 * Reduces a failing input by leaving out passages, first long ones, then short ones (Zeller and Hildebrandt,
 * 2002).
 *
 * @param fails whether a smaller input still fails in the same way
 * @param milliseconds time limit, after which the smallest input so far is returned
 */
export function minimise(
  bytes: Uint8Array,
  fails: (bytes: Uint8Array) => boolean,
  milliseconds = 20_000,
): Uint8Array {
  const until = performance.now() + milliseconds;
  let smallest = bytes;
  for (let length = Math.ceil(bytes.length / 2); length >= 1; length = Math.floor(length / 2)) {
    for (let from = 0; from < smallest.length;) {
      if (performance.now() > until) return smallest;
      const without = new Uint8Array(smallest.length - Math.min(length, smallest.length - from));
      without.set(smallest.subarray(0, from));
      without.set(smallest.subarray(from + length), from);
      if (fails(without)) smallest = without;
      else from += length;
    }
  }
  return smallest;
}
