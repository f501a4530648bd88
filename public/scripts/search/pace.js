/** When the next key is this late, the fingers rest. */
const restMilliseconds = 80;

/** Shorter than this, what is typed is hardly ever what is looked for. */
const leastLength = 3;

/** When to search for what is being typed. */
export class Pace {
  /** When the last key came. */
  #last = -Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * Searches at once where the fingers rested, and otherwise when they rest again. What waited before is not done.
   *
   * @param {string} query
   * @param {() => void} search
   */
  plan(query, search) {
    this.cancel();
    const now = performance.now();
    const isRested = now - this.#last >= restMilliseconds && query.trim().length >= leastLength;
    this.#last = now;
    if (isRested) search();
    else this.#timer = setTimeout(search, restMilliseconds);
  }

  cancel() {
    clearTimeout(this.#timer);
  }
}
