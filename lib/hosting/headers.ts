import { inlineScriptSources } from '@/lib/inline-scripts';

/** Headers for addresses that match a pattern. If several rules set the same header, the last one applies. */
export interface HeaderRule {
  /** Without a leading slash. `*` matches any characters except a slash, `**` any characters. */
  source: string;
  headers: Readonly<Record<string, string>>;
}

/** Scripts run only from this site, or inline if their hash is listed. */
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' ${inlineScriptSources}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' https: data:",
  // For the service worker of the study page, which makes it work offline.
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const forGood = 'public, max-age=31536000, immutable';

/**
 * The headers of the published site. `npm start` sends them, and every server configuration is generated from
 * them.
 */
export const headerRules: readonly HeaderRule[] = [
  {
    source: '**',
    headers: {
      'Content-Security-Policy': contentSecurityPolicy,
      // Two years. Browsers ignore this header without HTTPS
      // (https://www.rfc-editor.org/rfc/rfc6797#section-8.1).
      'Strict-Transport-Security': 'max-age=63072000',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cache-Control': 'public, max-age=0, must-revalidate',
    },
  },
  // The names of these files contain a hash of their content.
  { source: 'assets/**', headers: { 'Cache-Control': forGood } },
  // Files of a static export by Next.js.
  { source: '_next/static/**', headers: { 'Cache-Control': forGood } },
  { source: 'search-index/words/**', headers: { 'Cache-Control': forGood } },
  // An older version of a font has nearly the same characters.
  { source: 'fonts/**', headers: { 'Cache-Control': 'public, max-age=604800' } },
  // Search engines should list the page, not its Markdown copy.
  { source: 'learn/*/questions/*.md', headers: { 'X-Robots-Tag': 'noindex' } },
];

/**
 * Converts a rule's pattern to a regular expression for a path with its leading slash, in a syntax that all
 * documented servers support.
 */
export function patternOf({ source }: HeaderRule): string {
  const body = source
    .split(/(\*\*?)/)
    .map((part) => {
      if (part === '**') return '.*';
      return part === '*' ? '[^/]*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
  return `^/${body}$`;
}

/** The values of each header, by rule. */
export function headersByName(): Map<string, { rule: HeaderRule; value: string }[]> {
  const byName = new Map<string, { rule: HeaderRule; value: string }[]>();
  for (const rule of headerRules) {
    for (const [name, value] of Object.entries(rule.headers)) {
      byName.set(name, [...(byName.get(name) ?? []), { rule, value }]);
    }
  }
  return byName;
}

const matchers = headerRules.map((rule) => ({
  pattern: new RegExp(patternOf(rule)),
  headers: rule.headers,
}));

/** The headers for an address. */
export function headersOf(address: string): Readonly<Record<string, string | undefined>> {
  const all: Record<string, string> = {};
  for (const { pattern, headers } of matchers) {
    if (pattern.test(address)) Object.assign(all, headers);
  }
  return all;
}
