import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { headerRules, headersOf } from '@/lib/hosting/headers';
import { redirectFiles } from '@/lib/hosting/redirects';
import { questionPath } from '@/lib/site';
import { UserError } from '@/lib/user-error';
import { caddyConfiguration } from './caddy';
import { contentTypes } from './content-types';
import { nginxConfiguration } from './nginx';

const options = { root: '/srv/site', port: 8080, name: 'library.example' };

/** Addresses that each rule of the site matches, and others that are similar. */
const addresses = fc
  .array(
    fc.constantFrom(
      ...['', 'learn', 'law', 'questions', 'assets', 'fonts', '_next', 'static', 'search-index', 'words'],
      ...['a.md', 'amd', 'x.woff2', 'a"b\\'],
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => `/${parts.join('/')}`);

const examples: [string][] = [
  ['/learn/law/questions/a.md'],
  ['/assets/x.woff2'],
  ['/_next/static/a.js'],
  ['/search-index/words/a.bin'],
];

/** What nginx reads between quotation marks (https://nginx.org/en/docs/dev/development_guide.html). */
const unquoteNginx = (text: string) => text.replace(/\\(["\\])/g, '$1');

/** The lines of a map of nginx, in their order. */
function linesOfMap(configuration: string, variable: string): (readonly [string, string])[] {
  const [, body = ''] =
    new RegExp(`^map \\$uri \\${variable} \\{\n([^]*?)^\\}`, 'm').exec(configuration) ?? [];
  return [...body.matchAll(/^ {2}"~((?:[^"\\]|\\.)*)" "((?:[^"\\]|\\.)*)";$/gm)].map(
    ([, pattern = '', value = '']) => [unquoteNginx(pattern), unquoteNginx(value)] as const,
  );
}

/** The headers that nginx adds: for each, the value of the first expression that matches. */
function headersOfNginx(configuration: string, address: string): Record<string, string> {
  const added = [...configuration.matchAll(/^ {2}add_header (\S+) (\$\w+) always;$/gm)];
  return Object.fromEntries(
    added.flatMap(([, header = '', variable = '']) => {
      const found = linesOfMap(configuration, variable).find(([pattern]) =>
        new RegExp(pattern).test(address),
      );
      return found ? [[header, found[1]]] : [];
    }),
  );
}

/** The headers that Caddy sets: the later one replaces an earlier one. */
function headersOfCaddy(configuration: string, address: string): Record<string, string> {
  const patterns = new Map(
    [...configuration.matchAll(/^ {2}(@\w+) path_regexp `([^`]*)`$/gm)].map(([, name = '', pattern = '']) => [
      name,
      new RegExp(pattern),
    ]),
  );
  const set: Record<string, string> = {};
  for (const [, name = '', header = '', value = ''] of configuration.matchAll(
    /^ {2}header (@\w+) (\S+) `([^`]*)`$/gm,
  )) {
    if (patterns.get(name)?.test(address)) set[header] = value;
  }
  return set;
}

describe.each([
  ['nginx', nginxConfiguration, headersOfNginx],
  ['Caddy', caddyConfiguration, headersOfCaddy],
] as const)('a configuration of %s', (server, configurationOf, headersIn) => {
  const configuration = configurationOf(options);

  test('sends the headers of the site for every address', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        expect(headersIn(configuration, address)).toEqual(headersOf(address));
      }),
      { examples },
    );
  });

  test('has every value of every header', () => {
    for (const value of headerRules.flatMap(({ headers }) => Object.values(headers)))
      expect(configuration).toContain(value);
  });

  test('has the media type of every file of the site', () => {
    for (const [ending, type = ''] of Object.entries(contentTypes)) {
      // Caddy sends the type of HTML itself.
      if (ending === 'html') continue;
      expect(configuration).toMatch(new RegExp(`\\b${ending}\\b`));
      expect(configuration).toContain(type);
    }
  });

  test('listens at the port and, if there is one, for the name', () => {
    const [named, unnamed] = [configuration, configurationOf({ ...options, name: '_' })].map(
      (text) =>
        /^ {2}listen (.*);\n {2}server_name (.*);$/m.exec(text)?.slice(1) ??
        /^(.*):(\d+) \{$/m.exec(text)?.slice(1),
    );
    expect(named?.toSorted()).toEqual(['8080', 'library.example']);
    expect(unnamed?.toSorted()).toEqual(server === 'nginx' ? ['8080', '_'] : ['', '8080']);
  });

  test('refuses a folder with a sign that it cannot quote', () => {
    const signs = { nginx: ['$', '*', '?', '['], Caddy: ['`', '{', '}'] }[server];
    for (const sign of [...signs, '\n', '\0']) {
      expect(() => configurationOf({ ...options, root: `/srv/a${sign}b` })).toThrow(UserError);
      expect(() => configurationOf({ ...options, root: `/srv/a${sign}b` })).toThrow(
        `contains ${JSON.stringify(sign)}`,
      );
    }
  });
});

/** Paths with every sign that a shell or a configuration gives a meaning to. */
const roots = fc
  .string({ unit: fc.constantFrom(...Array.from('aé /.;#"\'\\&~:%()|<>!')) })
  .map((text) => `/srv/${text}/site`);

test('nginx reads the folder and its redirects, whatever the path', () => {
  fc.assert(
    fc.property(roots, (root) => {
      const configuration = nginxConfiguration({ ...options, root });
      const read = (name: string) =>
        [...configuration.matchAll(new RegExp(`^ {2}${name} "((?:[^"\\\\]|\\\\.)*)";$`, 'gm'))].map(
          ([, text = '']) => unquoteNginx(text),
        );
      expect(read('root')).toEqual([root]);
      expect(read('include')).toEqual([`${root}/redirects.map`]);
    }),
  );
});

test('Caddy reads the folder, whatever the path', () => {
  fc.assert(
    fc.property(roots, (root) => {
      const configuration = caddyConfiguration({ ...options, root });
      expect(/^ {2}root \* `([^`]*)`$/m.exec(configuration)?.[1]).toBe(root);
    }),
  );
});

test('the file of redirects that nginx includes, and the page that other servers send, lead to the new address', () => {
  const slug = fc.string({ unit: fc.constantFrom(...Array.from('abc123-')), minLength: 1 });
  const redirects = fc.dictionary(
    slug.map((text) => questionPath('law', text)),
    slug.map((text) => questionPath('art', text)),
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(redirects, (moved) => {
      const files = new Map(
        [...redirectFiles(new Map(Object.entries(moved)))].map(({ path, content }) => [path, content]),
      );
      const lines = [...(files.get('redirects.map') ?? '').matchAll(/^(\S+) (\S+);$/gm)];
      expect(Object.fromEntries(lines.map(([, from = '', to = '']) => [from, to]))).toEqual(moved);
      for (const [from, to] of Object.entries(moved)) {
        expect(files.get(`${from.slice(1)}.html`)).toContain(`content="0;url=${to}"`);
      }
    }),
  );
});
