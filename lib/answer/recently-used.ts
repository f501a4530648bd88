/** Values by their keys, of which the ones that were asked for longest ago make room for new ones. */
export class RecentlyUsed<Value> {
  /** In the order in which they were asked for last. */
  readonly #values = new Map<string, Value>();
  readonly #most: number;

  /** @param most how many values are kept */
  constructor(most: number) {
    this.#most = most;
  }

  /** The value of a key, made if it is not kept. */
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
