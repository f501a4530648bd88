/** After this many milliseconds without a key, the reader has paused. */
const restMilliseconds = 80;

/** Shorter queries are usually incomplete. */
const leastLength = 3;

/** Decides when to search while the reader types. */
export class Pace {
  /** Time of the last key. */
  #last = -Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * Searches at once if the reader had paused before, otherwise at the next pause. Cancels a search that is
   * waiting.
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
