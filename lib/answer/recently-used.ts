/** A cache of limited size that removes the least recently used value. */
export class RecentlyUsed<Value> {
  /** In order of last use. */
  readonly #values = new Map<string, Value>();
  readonly #most: number;

  /** @param most how many values are kept */
  constructor(most: number) {
    this.#most = most;
  }

  /** The value of a key; `make` is called if the cache does not hold it. */
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
