import { UserError } from '@/lib/user-error';

/**
 * A port as a user writes it.
 *
 * @param name what the user calls it
 * @throws UserError for anything that is no port
 */
export function readPort(text: string, name: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new UserError(`${name} must be a number from 1 to 65535, found "${text}".`);
  }
  return port;
}
