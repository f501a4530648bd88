import { findProgram } from '@/lib/testing/installed';

/** The path of this machine's Firefox: the one in `FIREFOX_PATH`, or an installed one; undefined where there is none. */
export function findFirefox(): string | undefined {
  const { FIREFOX_PATH: chosen } = process.env;
  return chosen === undefined ? (findProgram('firefox-esr') ?? findProgram('firefox')) : findProgram(chosen);
}
