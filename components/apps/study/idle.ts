/** What nobody waits for can wait so long. */
const idleMilliseconds = 2000;

/** Resolves when the page has done what the reader waits for, or after a while. */
export function idle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has no idle callbacks.
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
