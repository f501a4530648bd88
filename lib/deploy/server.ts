/** What a configuration has to know of its machine. */
export interface ServerOptions {
  /** The published folder, which may be a link. */
  root: string;
  port: number;
  /** The site's host, or `_` for any. */
  name: string;
}

/**
 * Paths that a redirect may repeat, as a regular expression: those of this site's own letters. What begins with two slashes,
 * or with a backslash, which browsers take for one, would lead to another host.
 */
export const ownPath = '(?:/[A-Za-z0-9_.~-]+)+';
