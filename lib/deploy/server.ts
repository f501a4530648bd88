import { UserError } from '@/lib/user-error';

/** Machine-specific values of a server configuration. */
export interface ServerOptions {
  /** The published folder, possibly a link. */
  root: string;
  port: number;
  /** Host name of the site, or `_` for any host. */
  name: string;
}

/**
 * Paths that a redirect may repeat, as a regular expression of characters that this site uses. A path that
 * begins with two slashes or with a backslash (which browsers treat as a slash) would lead to another host.
 */
export const ownPath = '(?:/[A-Za-z0-9_.~-]+)+';

/**
 * @param special characters with a meaning in the configuration that no quoting removes
 * @throws UserError if a folder has one of them, or a control character
 */
export function checkRoot(root: string, special: string, server: string): void {
  const found = Array.from(root).find(
    (character) => special.includes(character) || /\p{Cc}/u.test(character),
  );
  if (found === undefined) return;
  throw new UserError(
    `The folder ${JSON.stringify(root)} contains ${JSON.stringify(found)}, which has a meaning of its own in a configuration of ${server}: choose another folder, or give a link to it.`,
  );
}
