/**
 * Runs some work repeatedly, never concurrently: after each call of {@link after}, once the given time has
 * passed without another call.
 */
export class Background {
  readonly #work: () => Promise<void>;
  #timer: NodeJS.Timeout | undefined;
  #isRunning = false;
  #isWanted = false;

  /** @param work handles its own errors and never rejects */
  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  /** Schedules the work. */
  after(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#run();
    }, milliseconds);
  }

  /** Delays work that is scheduled and has not begun. */
  postpone(milliseconds: number): void {
    if (this.#timer !== undefined) this.after(milliseconds);
  }

  /** Cancels work that is scheduled and has not begun. */
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
