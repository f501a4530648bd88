// Plain JavaScript, because `scripts/compile.mjs` needs it before anything is compiled.
import { randomUUID } from 'node:crypto';
import { lstatSync } from 'node:fs';

/**
 * Time in milliseconds within which a file may change twice without different times. Most file systems use
 * the kernel's clock, which advances every few milliseconds; some store only seconds.
 */
const tick = { fine: 20, coarse: 2000 };

/**
 * A value that changes whenever the file at a path changes, independent of clocks and editors. For a file
 * that changed a moment ago, each call returns another value, because the next change might not change its
 * times. Does not follow links.
 *
 * @param {string} path
 * @returns {string}
 */
export function stampOf(path) {
  const found = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  if (!found) return 'none';
  if (Date.now() - Number(found.ctimeMs) < tickOf(found.ctimeNs)) return randomUUID();
  return [found.mode, found.ino, found.size, found.mtimeNs, found.ctimeNs].join();
}

/** @param {bigint} nanoseconds */
function tickOf(nanoseconds) {
  return nanoseconds % 1_000_000_000n === 0n ? tick.coarse : tick.fine;
}
