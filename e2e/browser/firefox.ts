import { findProgram } from '@/lib/testing/installed';

/** The path of Firefox: `FIREFOX_PATH`, or that of an installed one; undefined if there is none. */
export function findFirefox(): string | undefined {
  const { FIREFOX_PATH: chosen } = process.env;
  return chosen === undefined ? (findProgram('firefox-esr') ?? findProgram('firefox')) : findProgram(chosen);
}
