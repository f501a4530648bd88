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
