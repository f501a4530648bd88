/** An error that the user can fix. Commands print its message without a stack trace and exit with code 1. */
export class UserError extends Error {
  override name = 'UserError';
}
