/** A cache that holds a limited number of values and removes the least recently used one. */
export class RecentlyUsed<Value> {
  /** In order of last use. */
  readonly #values = new Map<string, Value>();
  readonly #most: number;

  /** @param most maximum number of values */
  constructor(most: number) {
    this.#most = most;
  }

  /** The value of a key. Calls `make` if the cache does not contain it. */
  get(key: string, make: () => Value): Value {
    const value = this.#values.get(key) ?? make();
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size > this.#most) {
      const [oldest] = this.#values.keys();
      if (oldest !== undefined) this.#values.delete(oldest);
    }
    return value;
  }
}
