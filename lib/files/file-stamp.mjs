// Plain JavaScript, because `scripts/compile.mjs` needs it before anything is compiled.
import { randomUUID } from 'node:crypto';
import { lstatSync } from 'node:fs';

/**
 * Milliseconds within which a file may change twice without its times telling: those of most file systems are those of the
 * kernel's clock, which ticks every few milliseconds, and some know seconds only.
 */
const tick = { fine: 20, coarse: 2000 };

/**
 * Stands for the state of what lies at a path: it changes whenever that does, whatever clock or editor changed it. Of a
 * file that changed a moment ago it is another one every time, since the next change might not show in its times. Links are
 * not followed.
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
