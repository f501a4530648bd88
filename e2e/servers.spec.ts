import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { expect, test } from '@playwright/test';

import { contentTypeOf, contentTypes } from '@/lib/deploy/content-types';
import { isForServers } from '@/lib/deploy/object';
import { headerRules } from '@/lib/hosting/headers';
import { filesBelow } from '@/lib/files/files-below';
import { addressOf } from '@/lib/release/changes';
import { make as compress, type Encoding } from '@/lib/release/artifacts/compressed';
import { compressedArtifacts } from '@/lib/release/artifacts/compressed';
import { freePort } from '@/lib/testing/free-port';
import { kinds } from './kinds';
import { watchConsole } from './page-checks';
import { encodingsOf, needServer, ownServer, serverNames, startServer, type RunningServer } from './servers';
import { movedQuestion } from './sites';
import { urlAttacks } from './url-attacks';

const [everywhere, ...others] = headerRules;

for (const name of serverNames) {
  test.describe(name === ownServer ? name : `${name}, configured as documented`, () => {
    test.describe.configure({ mode: 'serial' });
    needServer(name);
    let port: number;
    let [library, source] = ['', ''];
    let servers: RunningServer[] = [];

    test.beforeAll(async () => {
      port = await freePort(2);
      [library, source] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${port + 1}`];
      servers = await Promise.all([
        startServer(name, resolve('test-results/library'), port),
        startServer(name, resolve('test-results/source'), port + 1),
      ]);
    });

    test.afterAll(async () => {
      for (const { stop } of servers) await stop();
    });

    test('serves clean addresses, and redirects other spellings to them', async ({ request }) => {
      for (const path of ['/', '/learn', '/learn/physics', kinds.prose, '/search?q=x']) {
        const response = await request.get(library + path, { maxRedirects: 0 });
        expect(response.status(), path).toBe(200);
        expect(response.headers()['content-type'], path).toMatch(/^text\/html; ?charset=utf-8$/i);
      }
      for (const [from, to] of [
        ['/index.html', '/'],
        ['/learn.html', '/learn'],
        ['/learn/', '/learn'],
        [`${kinds.prose}.html`, kinds.prose],
      ] as const) {
        const response = await request.get(library + from, { maxRedirects: 0 });
        expect([301, 308], from).toContain(response.status());
        expect(new URL(response.headers().location ?? '', library).href, from).toBe(library + to);
      }
    });

    test('sends the media type of every file, and the encoding of every text', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'types-'));
      await cp(`${resolve('test-results/source')}/.`, folder, { recursive: true });
      const endings = Object.keys(contentTypes).filter((ending) => ending !== 'html');
      for (const ending of endings) await writeFile(join(folder, `kind.${ending}`), 'ä');
      const typesPort = await freePort();
      const { stop } = await startServer(name, folder, typesPort);
      try {
        const inRelease = filesBelow(folder)
          .filter((path) => !isForServers(path))
          .map((path) => ({ path, address: addressOf(path) }))
          .filter(({ address }) => address !== '/404');
        const moved = new Set<string>(movedQuestion.from);
        for (const { path, address } of inRelease) {
          const { status, headers } = await ask(typesPort, address, { 'Accept-Encoding': 'gzip' });
          // Servers with redirects do not serve the page at a moved address.
          if (status === 301 && moved.has(address)) continue;
          expect(status, path).toBe(200);
          expect(headers['content-type']?.toLowerCase().replace(';charset', '; charset'), path).toBe(
            contentTypeOf(path),
          );
        }
        for (const ending of endings) {
          const { status, headers } = await ask(typesPort, `/nope.${ending}`);
          expect(status, ending).toBe(404);
          expect(headers['content-type'], ending).toMatch(/^text\/html; ?charset=utf-8$/i);
        }
      } finally {
        await stop();
        await rm(folder, { recursive: true });
      }
    });

    test('sends the 404 page with status 404 for unknown addresses', async ({ request }) => {
      for (const path of ['/nope', '/learn/nope', '/404', '/assets/nope.css', `${kinds.prose}/x`]) {
        const response = await request.get(library + path);
        expect(response.status(), path).toBe(404);
        expect(await response.text(), path).toContain('<h1');
      }
    });

    test('redirects a moved address to the new one', async ({ page }) => {
      for (const from of movedQuestion.from) {
        await page.goto(source + from);
        await page.waitForURL(source + movedQuestion.to);
      }
    });

    test('sends every header of the site once', async ({ request }) => {
      for (const path of ['/', '/nope', kinds.prose]) {
        const headers = (await request.get(library + path)).headers();
        for (const [header, value] of Object.entries(everywhere?.headers ?? {})) {
          expect(headers[header.toLowerCase()], `${header} of ${path}`).toBe(value);
        }
      }
      const html = await (await request.get(library + kinds.prose)).text();
      const [, font = ''] = /url\("(\/assets\/[^"]+\.woff2)"\)/.exec(html) ?? [];
      const samples: Readonly<Record<string, string>> = {
        'assets/**': font,
        'learn/*/questions/*.md': `${kinds.prose}.md`,
      };
      for (const { source: pattern, headers: wanted } of others) {
        const path = samples[pattern];
        if (path === undefined) continue;
        const headers = (await request.get(library + path)).headers();
        for (const [header, value] of Object.entries(wanted)) {
          expect(headers[header.toLowerCase()], `${header} of ${path}`).toBe(value);
        }
      }
    });

    test('sends compressed text with a Vary header', async () => {
      const { headers } = await ask(port, '/learn', { 'Accept-Encoding': 'gzip' });
      expect(headers['content-encoding']).toBe('gzip');
      expect(headers.vary).toContain('Accept-Encoding');
    });

    test('sends precompressed files unchanged if it supports them, and never at an address of their own', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'compressed-'));
      await cp(`${resolve('test-results/library')}/.`, folder, { recursive: true });
      const compressedPort = await freePort();
      const { stop } = await startServer(name, folder, compressedPort);
      try {
        const files = [
          'index.html',
          'learn.html',
          '404.html',
          'scripts/page.js',
          `${kinds.prose.slice(1)}.md`,
          'rss.xml',
        ];
        await addCompressed(folder, files);
        for (const [encoding, ending] of encodingsOf(name)) {
          for (const file of files) {
            const path = `/${file.replace(/^index\.html$|\.html$/, '')}`;
            const { headers, body } = await ask(compressedPort, path, { 'Accept-Encoding': encoding });
            expect(headers['content-encoding'], path).toBe(encoding);
            expect(headers.vary, path).toContain('Accept-Encoding');
            expect(body.equals(await readFile(join(folder, file + ending))), `${encoding} of ${path}`).toBe(
              true,
            );
          }
        }
        for (const path of files.flatMap((file) => [`/${file}.br`, `/${file}.gz`])) {
          expect((await ask(compressedPort, path)).status, path).toBe(404);
        }
        const plain = await ask(compressedPort, '/learn', { 'Accept-Encoding': 'identity' });
        expect(plain.body.equals(await readFile(join(folder, 'learn.html')))).toBe(true);
      } finally {
        await stop();
        await rm(folder, { recursive: true });
      }
    });

    test('rejects methods that change data', async () => {
      for (const method of ['POST', 'PUT', 'DELETE']) {
        expect((await ask(port, '/learn', {}, method)).status, method).toBe(405);
      }
    });

    test(`withstands ${urlAttacks.length} attacks without disclosing files`, async () => {
      for (const path of urlAttacks) {
        const { status, headers, body } = await ask(port, path);
        expect(status, path).toBeLessThan(500);
        expect(body.toString(), path).not.toMatch(/root:|"dependencies"|\[core\]|BEGIN/);
        const { location } = headers;
        // Redirects must lead to this site.
        if (location !== undefined) expect(new URL(location, library).origin, path).toBe(library);
        expect(headers['x-injected'], path).toBeUndefined();
      }
    });

    test('shows every kind of page without violations of its Content-Security-Policy', async ({
      context,
    }) => {
      const complaintsOf = async (path: string) => {
        const page = await context.newPage();
        const complaints = watchConsole(page);
        await page.goto(library + path, { waitUntil: 'networkidle' });
        // A browser reports the status 404 of the page on the console.
        return complaints.filter((text) => !text.includes('404')).map((text) => `${path}: ${text}`);
      };
      const complaints = await Promise.all(Object.values(kinds).map(complaintsOf));
      expect(complaints.flat()).toEqual([]);
    });
  });
}

/** Adds the compressed files of some files in a published folder. */
async function addCompressed(folder: string, paths: readonly string[]): Promise<void> {
  const files = await Promise.all(
    paths.map(async (path) => ({ path, key: path, size: (await stat(join(folder, path))).size })),
  );
  for (const { path } of compressedArtifacts(files, '')) {
    const encoding: Encoding = path.endsWith('.br') ? 'br' : 'gz';
    const { content } = await compress({ path: path.slice(0, -3), encoding }, { release: folder });
    await writeFile(join(folder, path), content);
  }
}

interface Answer {
  status: number;
  headers: Readonly<Record<string, string | undefined>>;
  body: Buffer;
}

/** Requests an address exactly as given. A browser or `fetch` would normalize it. */
function ask(port: number, path: string, headers = {}, method = 'GET'): Promise<Answer> {
  return new Promise((done, fail) => {
    const request = httpRequest({ port, host: '127.0.0.1', path, headers, method, insecureHTTPParser: true });
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        done({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(
            Object.entries(response.headers).map(([name, value]) => [name, value?.toString()]),
          ),
          body: Buffer.concat(chunks),
        });
      });
    });
    request.on('error', fail);
    request.end();
  });
}
