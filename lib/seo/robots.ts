import { absoluteUrl, sitemapPath } from '@/lib/site';

/**
 * The site's robots.txt (RFC 9309). Allows every address, because a crawler must read a page to find out that
 * it should not list it.
 */
export function writeRobots(): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl(sitemapPath)}\n`;
}
