import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { announce, changedAddresses, readIndexNow } from './index-now';

describe('what is configured', () => {
  test('is nothing without a key', () => {
    expect(readIndexNow({ NODE_ENV: 'test', INDEXNOW_ENDPOINT: 'https://example.com' })).toBeUndefined();
    expect(readIndexNow({ NODE_ENV: 'test', INDEXNOW_KEY: '' })).toBeUndefined();
  });

  test('is a key, the file that shows it, and where to post', () => {
    const env = { NODE_ENV: 'test', INDEXNOW_KEY: 'abcdef0123456789' } as const;
    expect(readIndexNow(env)).toEqual({
      key: 'abcdef0123456789',
      keyPath: '/abcdef0123456789.txt',
      endpoint: undefined,
    });
    expect(readIndexNow({ ...env, INDEXNOW_ENDPOINT: 'https://api.indexnow.org/indexnow' })?.endpoint).toBe(
      'https://api.indexnow.org/indexnow',
    );
  });

  test.each(['short', 'with space', '../../etc/passwd', 'x'.repeat(129)])(
    'is refused for the key %s',
    (key) => {
      expect(() => readIndexNow({ NODE_ENV: 'test', INDEXNOW_KEY: key })).toThrow('8 to 128 letters');
    },
  );

  test.each(['indexnow.org', 'ftp://indexnow.org'])('is refused for the endpoint %s', (endpoint) => {
    const env = { NODE_ENV: 'test', INDEXNOW_KEY: 'abcdef0123456789', INDEXNOW_ENDPOINT: endpoint } as const;
    expect(() => readIndexNow(env)).toThrow(`found "${endpoint}"`);
  });
});

test('changed are pages that are new, other or gone, and that may be listed', () => {
  const before = new Map([
    ['index.html', '1'],
    ['learn/law.html', '1'],
    ['learn/law/questions/gone.html', '1'],
    ['learn/law/questions/same.html', '1'],
    ['search.html', '1'],
    ['404.html', '1'],
    ['sitemap.xml', '1'],
  ]);
  const after = new Map([
    ['index.html', '2'],
    ['learn/law.html', '2'],
    ['learn/law/questions/new.html', '1'],
    ['learn/law/questions/same.html', '1'],
    ['search.html', '2'],
    ['404.html', '2'],
    ['sitemap.xml', '2'],
  ]);
  expect(changedAddresses(before, after)).toEqual([
    'http://localhost:3000',
    'http://localhost:3000/learn/law',
    'http://localhost:3000/learn/law/questions/gone',
    'http://localhost:3000/learn/law/questions/new',
  ]);
  expect(changedAddresses(after, after)).toEqual([]);
});

describe('announcing', () => {
  let server: Server;
  let requests: { type: string | undefined; body: unknown }[];
  let replies: { status: number; headers?: IncomingHttpHeaders }[];
  let waits: number[];
  let lines: string[];

  beforeEach(async () => {
    [requests, replies, waits, lines] = [[], [], [], []];
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk) => (text += String(chunk)));
      request.on('end', () => {
        requests.push({ type: request.headers['content-type'], body: JSON.parse(text) });
        const { status, headers = {} } = replies.shift() ?? { status: 200 };
        response.writeHead(status, headers).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    vi.stubEnv('SITE_URL', 'https://library.example');
  });

  afterEach(async () => {
    vi.unstubAllEnvs();
    await new Promise((resolve) => server.close(resolve));
  });

  function endpoint(): string {
    const address = server.address();
    return `http://localhost:${typeof address === 'object' && address ? address.port : 0}/indexnow`;
  }

  function run(addresses: readonly string[], to = endpoint()): Promise<void> {
    const indexNow = { key: 'abcdef0123456789', keyPath: '/abcdef0123456789.txt', endpoint: to };
    return announce(
      indexNow,
      addresses,
      (line) => lines.push(line),
      (milliseconds) => {
        waits.push(milliseconds);
        return Promise.resolve();
      },
    );
  }

  test('posts requests of the protocol, with ten thousand addresses each', async () => {
    const addresses = Array.from({ length: 25_000 }, (_, index) => `https://library.example/${index}`);
    await run(addresses);
    expect(requests.map(({ type }) => type)).toEqual(Array(3).fill('application/json; charset=utf-8'));
    expect(requests[0]?.body).toEqual({
      host: 'library.example',
      key: 'abcdef0123456789',
      keyLocation: 'https://library.example/abcdef0123456789.txt',
      urlList: addresses.slice(0, 10_000),
    });
    expect(requests[2]?.body).toMatchObject({ urlList: addresses.slice(20_000) });
    expect(lines.at(-1)).toBe('Announced 25000 of 25000 addresses.');
    expect(waits).toEqual([]);
  });

  test('posts nothing when nothing changed', async () => {
    await run([]);
    expect(requests).toEqual([]);
  });

  test('asks a busy server again, later each time and when it wishes', async () => {
    replies = [
      { status: 503 },
      { status: 429, headers: { 'retry-after': '60' } },
      { status: 500 },
      { status: 202 },
    ];
    await run(['https://library.example/a']);
    expect(requests).toHaveLength(4);
    expect(waits).toEqual([1000, 60_000, 4000]);
    expect(lines[0]).toContain('it answered 503. Trying again in 1 s.');
  });

  test('gives up after five attempts', async () => {
    replies = Array.from({ length: 9 }, () => ({ status: 500 }));
    await expect(run(['https://library.example/a'])).rejects.toThrow('it answered 500');
    expect(requests).toHaveLength(5);
  });

  test.each([
    [400, 'the request is not valid'],
    [403, 'the key is not found'],
    [422, 'SITE_URL must be the public address'],
  ])('does not repeat a request that is rejected with %i, and explains it', async (status, message) => {
    replies = [{ status }];
    await expect(run(['https://library.example/a'])).rejects.toThrow(message);
    expect(requests).toHaveLength(1);
  });

  test('reports that there is no server', async () => {
    await expect(run(['https://library.example/a'], 'http://localhost:1/')).rejects.toThrow(
      'it cannot be reached',
    );
    expect(waits).toEqual([1000, 2000, 4000, 8000]);
  });
});
