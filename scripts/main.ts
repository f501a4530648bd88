import { UserError } from '@/lib/user-error';

/** Runs a command: what its user can mend is said in a sentence, anything else with its stack. Exits with 1. */
export function main(command: () => Promise<void> | void): void {
  Promise.resolve()
    .then(command)
    .catch((error: unknown) => {
      console.error(error instanceof UserError ? error.message : error);
      process.exit(1);
    });
}
