import { absoluteUrl, sitemapPath } from '@/lib/site';

/**
 * The site's robots.txt (RFC 9309). Everything may be fetched: a crawler sees only on the page itself that it shall not
 * be listed.
 */
export function writeRobots(): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl(sitemapPath)}\n`;
}
