import { inlineScriptSources } from '@/lib/inline-scripts';

/** Headers for the addresses that match a pattern; of several rules for one header, the last counts. */
export interface HeaderRule {
  /** Without a slash in front. `*` stands for any characters but a slash, `**` for any. */
  source: string;
  headers: Readonly<Record<string, string>>;
}

/** Nothing from elsewhere runs; nothing inline runs but what its hash admits. */
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' ${inlineScriptSources}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' https: data:",
  // The study page's service worker, for studying without a connection.
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const forGood = 'public, max-age=31536000, immutable';

/** The headers of the published site: `npm start` sends them, and every server configuration is made of them. */
export const headerRules: readonly HeaderRule[] = [
  {
    source: '**',
    headers: {
      'Content-Security-Policy': contentSecurityPolicy,
      // Two years; browsers heed it on HTTPS alone (https://www.rfc-editor.org/rfc/rfc6797#section-8.1).
      'Strict-Transport-Security': 'max-age=63072000',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cache-Control': 'public, max-age=0, must-revalidate',
    },
  },
  // The names of these files change with their content.
  { source: 'assets/**', headers: { 'Cache-Control': forGood } },
  // Those of a static export by Next.js.
  { source: '_next/static/**', headers: { 'Cache-Control': forGood } },
  { source: 'search-index/words/**', headers: { 'Cache-Control': forGood } },
  // An older font of one of these names has nearly the same characters.
  { source: 'fonts/**', headers: { 'Cache-Control': 'public, max-age=604800' } },
  // The page itself is what search engines show; Markdown is for readers that are programs.
  { source: 'learn/*/questions/*.md', headers: { 'X-Robots-Tag': 'noindex' } },
];

/** A rule's pattern as a regular expression of a path with its leading slash; every server we document reads it. */
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

/** Each header, and its values by rule. */
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

/** The headers that an address is answered with. */
export function headersOf(address: string): Readonly<Record<string, string | undefined>> {
  const all: Record<string, string> = {};
  for (const { pattern, headers } of matchers) {
    if (pattern.test(address)) Object.assign(all, headers);
  }
  return all;
}
