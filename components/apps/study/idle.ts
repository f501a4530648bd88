/** Maximum wait in milliseconds for work that is not urgent. */
const idleMilliseconds = 2000;

/** Resolves when the page is idle, or after a time limit. */
export function idle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari lacks `requestIdleCallback`.
    if (!('requestIdleCallback' in window)) setTimeout(resolve, idleMilliseconds);
    else
      requestIdleCallback(
        () => {
          resolve();
        },
        { timeout: idleMilliseconds },
      );
  });
}
