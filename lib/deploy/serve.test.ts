import { readdir, rename, rm, symlink } from 'node:fs/promises';
import { request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { serveSite } from './serve';

const temporary = temporaryFolder();

/** Larger than what is on its way at any time. */
const large = 'x'.repeat(16 * 1024 * 1024);

let server: Server;

/** Makes a folder the published one. */
async function publish(release: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) await temporary.put(`${release}/${path}`, content);
  const link = join(temporary.path, 'next');
  await symlink(release, link);
  await rename(link, join(temporary.path, 'out'));
}

beforeEach(async () => {
  await publish('first', {
    'index.html': 'home',
    '404.html': 'not here',
    'learn.html': 'learn',
    'learn/law/questions/index.html': 'a question of that name',
    'learn/a+b & c.png': 'a picture',
    'notes.unknown': 'of no kind',
    'large.png': large,
    _redirects: '/old /learn 301\n',
  });
  server = await serveSite(join(temporary.path, 'out'), 0);
});

afterEach(() => {
  server.close();
});

/** Asks for an address as it is written. */
function open(path: string, headers = {}, method = 'GET'): Promise<IncomingMessage> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const options = { port, path, headers, method, agent: false };
    httpRequest(options, resolve).on('error', reject).end();
  });
}

async function ask(path: string, headers = {}, method = 'GET') {
  const response = await open(path, headers, method);
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

test('a page is at its address, and a file at its path', async () => {
  for (const [path, body] of [
    ['/', 'home'],
    ['/?q=1', 'home'],
    ['http://site.example/learn', 'learn'],
    ['/learn/law/questions/index', 'a question of that name'],
    ['/learn/a+b%20%26%20c.png', 'a picture'],
    ['/learn/a%2Bb%20&%20c.png', 'a picture'],
    ['/notes.unknown', 'of no kind'],
  ] as const) {
    expect(await ask(path), path).toMatchObject({ status: 200, body });
  }
  expect((await ask('/learn')).headers['content-type']).toBe('text/html; charset=utf-8');
  expect((await ask('/notes.unknown')).headers['content-type']).toBe('application/octet-stream');
});

test('what is not there has its page, whatever is asked', async () => {
  for (const path of [
    '/nope',
    '/learn/law/questions',
    '/404',
    '/404.html',
    '/_redirects',
    '/a%3Fb',
    '/a%00',
  ]) {
    expect(await ask(path), path).toMatchObject({ status: 404, body: 'not here' });
  }
  await rm(join(temporary.path, 'first/404.html'));
  expect(await ask('/nope')).toMatchObject({ status: 404, body: 'Not Found' });
  await rm(join(temporary.path, 'out'));
  expect(await ask('/')).toMatchObject({ status: 404, body: 'Not Found' });
});

test('a file that is known is not sent again', async () => {
  const { etag } = (await ask('/learn')).headers;
  const { status, headers, body } = await ask('/learn', { 'If-None-Match': etag });
  expect([status, body]).toEqual([304, '']);
  expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate');
});

test('a part is sent where it is simply one, and the whole file otherwise', async () => {
  const part = await ask('/large.png', { Range: 'bytes=2-5', 'Accept-Encoding': 'gzip' });
  expect(part).toMatchObject({ status: 206, body: 'xxxx' });
  expect(part.headers['content-range']).toBe(`bytes 2-5/${large.length}`);
  expect(await ask('/learn', { Range: 'bytes=1-' })).toMatchObject({ status: 206, body: 'earn' });
  expect((await ask('/learn', { Range: 'bytes=9-' })).status).toBe(416);
  for (const range of ['bytes=5-2', 'bytes=-2', 'bytes=0-0', 'bytes=0-1,3-4', 'x']) {
    expect(await ask('/learn', { Range: range }), range).toMatchObject({ status: 200, body: 'learn' });
  }
  expect(await ask('/learn', { Range: 'bytes=1-', 'If-Range': '"x"' })).toMatchObject({ status: 200 });
});

test('methods that change things are refused, and one that asks for no body gets none', async () => {
  const refused = await ask('/learn', {}, 'POST');
  expect([refused.status, refused.headers.allow]).toEqual([405, 'GET, HEAD']);
  const head = await ask('/learn', {}, 'HEAD');
  expect(head).toMatchObject({ status: 200, body: '' });
  expect(head.headers['content-length']).toBe('5');
  expect(await ask('/nope', {}, 'HEAD')).toMatchObject({ status: 404, body: '' });
});

test('addresses that moved are those of the release in use', async () => {
  expect((await ask('/old')).headers.location).toBe('/learn');
  expect((await ask('/old.html')).headers.location).toBe('/learn');
  await publish('second', { '404.html': 'gone', 'learn.html': 'new', _redirects: '/older /learn 301\n' });
  expect((await ask('/older')).headers.location).toBe('/learn');
  expect((await ask('/old')).status).toBe(404);
  expect((await ask('/learn')).body).toBe('new');
});

test('a file is closed when its reader goes away', async () => {
  const openFiles = async () => (await readdir('/dev/fd')).length;
  const before = await openFiles();
  for (let reader = 0; reader < 20; reader += 1) (await open('/large.png')).destroy();
  await vi.waitFor(async () => {
    expect(await openFiles()).toBeLessThanOrEqual(before + 2);
  });
  expect((await ask('/learn')).status).toBe(200);
});
