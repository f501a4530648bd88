import { UserError } from '@/lib/user-error';

/** Parses a port. @param name of the setting, for the message @throws UserError if the text is not a port */
export function readPort(text: string, name: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new UserError(`${name} must be a number from 1 to 65535, found "${text}".`);
  }
  return port;
}
