/**
 * Does some work again and again, never twice at a time: after each call of {@link after}, once that much time has passed
 * without another call.
 */
export class Background {
  readonly #work: () => Promise<void>;
  #timer: NodeJS.Timeout | undefined;
  #isRunning = false;
  #isWanted = false;

  /** @param work reports its own errors: it never rejects */
  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  /** Asks for the work. */
  after(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#run();
    }, milliseconds);
  }

  /** Puts off work that was asked for and has not begun. */
  postpone(milliseconds: number): void {
    if (this.#timer !== undefined) this.after(milliseconds);
  }

  /** Work that was asked for and has not begun is not done. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #run(): Promise<void> {
    this.#isWanted = true;
    if (this.#isRunning) return;
    this.#isRunning = true;
    while (this.#isWanted) {
      this.#isWanted = false;
      await this.#work();
    }
    this.#isRunning = false;
  }
}
