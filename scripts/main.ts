import { UserError } from '@/lib/user-error';

/**
 * Runs a command. A UserError is printed as a sentence, any other error with its stack. Exits with code 1
 * after an error.
 */
export function main(command: () => Promise<void> | void): void {
  Promise.resolve()
    .then(command)
    .catch((error: unknown) => {
      console.error(error instanceof UserError ? error.message : error);
      process.exit(1);
    });
}
