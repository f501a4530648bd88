import { UserError } from '@/lib/user-error';

/**
 * @throws UserError if `SITE_URL` is set and has a path: all links within the site begin at the root of a
 *   host
 */
export function checkSiteUrl({ SITE_URL: url }: Readonly<NodeJS.ProcessEnv> = process.env): void {
  if (url === undefined || /^https?:\/\/[^/?#\s]+\/?$/.test(url)) return;
  throw new UserError(
    `SITE_URL must be an address without a path, such as https://your.address; found "${url}".`,
  );
}
