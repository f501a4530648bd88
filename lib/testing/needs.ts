import { isInstalled } from './installed';

declare module 'vitest' {
  interface TaskMeta {
    /** The reason why a test was skipped. */
    leftOut?: string;
  }
}

/**
 * Options for tests of Vitest that need an optional program. If it is not installed, the tests are skipped,
 * and the summary of `npm test` names it.
 */
export function needs(program: string): { skip: boolean; meta: { leftOut: string } } {
  return { skip: !isInstalled(program), meta: { leftOut: `${program} is not installed` } };
}
