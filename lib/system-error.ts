/**
 * Whether an error was reported by the operating system or Node.js with one of the given codes, such as
 * `ENOENT` (https://nodejs.org/api/errors.html#nodejs-error-codes).
 */
export function isSystemError(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/**
 * The result of an operation on a file or folder, or undefined if it does not exist (`ENOENT`). Rejects with
 * any other error, so that an unreadable file does not count as missing.
 */
export async function unlessMissing<Result>(work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}
