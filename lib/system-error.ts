/** Whether the operating system, or Node for it, said no for a reason such as `ENOENT` (https://nodejs.org/api/errors.html#nodejs-error-codes). */
export function isSystemError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
