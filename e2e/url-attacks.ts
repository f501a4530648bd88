/** Encodings of `..`, slash, NUL and host names that have deceived servers. */
const stepsUp = [
  '..',
  '%2e%2e',
  '.%2e',
  '%252e%252e',
  '..%00',
  '..;',
  '%c0%ae%c0%ae',
  '..%5c',
  '....',
  '%u002e%u002e',
];
const slashes = ['/', '%2f', '%5c', '\\', '//', '%252f', '%c0%af'];
const secrets = ['etc/passwd', 'package.json', '.git/config'];

const traversals = stepsUp.flatMap((up) =>
  slashes.map((slash, place) => `/${`${up}${slash}`.repeat(6)}${secrets[place % secrets.length] ?? ''}`),
);

const nested = stepsUp.map((up) => `/learn/physics/${up}/${up}/${up}/${up}/etc/passwd`);

/** Addresses that could make a redirect lead to another host. */
const redirects = [
  '//elsewhere.example',
  '/\\elsewhere.example',
  '///elsewhere.example',
  '/%5celsewhere.example',
  '/%2f%2felsewhere.example',
  '/.elsewhere.example',
  '/@elsewhere.example',
].flatMap((start) => [`${start}/`, `${start}.html`, `${start}/%2e%2e`, `${start}/learn/`]);

/** Addresses that could inject a line into the response headers. */
const injections = [
  '%0d%0aX-Injected:1',
  '%0aX-Injected:1',
  '%0dX-Injected:1',
  '%E5%98%8A%E5%98%8DX-Injected:1',
  '%23%0d%0aX-Injected:1',
].flatMap((line) => [`/${line}`, `/learn${line}/`, `/learn${line}.html`, `/?q=${line}`]);

const strange = [
  '/%00',
  '/learn%00',
  '/learn%00.html',
  '/learn.html%00.txt',
  '/%ff',
  '/%',
  '/%zz',
  '/%e0%80%80',
  '/learn?%00',
  '/learn/%2e',
  '/learn/.',
  '/.',
  '/..',
  '/.git/HEAD',
  '/.env',
  '/.htaccess',
  '/.well-known/../.git/config',
  '/CON',
  '/aux.html',
  '/learn::$DATA',
  '/learn~1',
  '/*',
  '/learn;jsessionid=1',
  `/${'a'.repeat(3000)}`,
  `/${'a/'.repeat(1000)}`,
  `/${'%41'.repeat(1000)}`,
  `/?${'q=1&'.repeat(900)}`,
];

/** Addresses that try to break a server or to read files outside the site. */
export const urlAttacks = [...traversals, ...nested, ...redirects, ...injections, ...strange];
