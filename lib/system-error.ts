/** Whether the operating system, or Node for it, said no for one of some reasons such as `ENOENT` (https://nodejs.org/api/errors.html#nodejs-error-codes). */
export function isSystemError(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/**
 * The result of work on a file or folder, or nothing where it is not there (`ENOENT`). Rejects with every other error: a
 * file that may not be read, or a broken disk, is not the same as none.
 */
export async function unlessMissing<Result>(work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}
