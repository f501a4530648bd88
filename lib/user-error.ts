/** Something the person at the keyboard can mend. Commands print its message without a stack and exit with 1. */
export class UserError extends Error {
  override name = 'UserError';
}
