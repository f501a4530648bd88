import { inlineScriptSources } from '@/lib/inline-scripts';

/** Headers for the addresses that match a pattern. */
export interface HeaderRule {
  /** `*` stands for any characters but a slash, `**` for any. */
  source: string;
  headers: Record<string, string>;
}

/** Nothing from elsewhere runs; nothing inline runs. */
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

/** The headers of the production site, for `npm start` and for every server configuration we document. */
export const headerRules: readonly HeaderRule[] = [
  {
    source: '**',
    headers: {
      'Content-Security-Policy': contentSecurityPolicy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cache-Control': 'public, max-age=0, must-revalidate',
    },
  },
  // The names of these files change with their content.
  { source: '_next/static/**', headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } },
  { source: 'search-index/words/**', headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } },
  // The page itself is what search engines show; Markdown is for readers that are programs.
  { source: 'learn/*/questions/*.md', headers: { 'X-Robots-Tag': 'noindex' } },
];
