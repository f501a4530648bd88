import { isInstalled } from './installed';

declare module 'vitest' {
  interface TaskMeta {
    /** Why a test was left out. */
    leftOut?: string;
  }
}

/**
 * Options of Vitest's tests that need a program which not every machine has: where it is missing they are left out, and the
 * summary of `npm test` names it.
 */
export function needs(program: string): { skip: boolean; meta: { leftOut: string } } {
  return { skip: !isInstalled(program), meta: { leftOut: `${program} is not installed` } };
}
