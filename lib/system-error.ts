/** Whether the operating system said no for a reason, such as `ENOENT` (https://nodejs.org/api/errors.html#common-system-errors). */
export function isSystemError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
