import { readFile, realpath } from 'node:fs/promises';
import {
  createServer,
  STATUS_CODES,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { join } from 'node:path';

import compression from 'compression';
import sirv from 'sirv';

import { headersOf } from '@/lib/hosting/headers';
import { readWrittenRedirects } from '@/lib/hosting/redirects';
import { isSystemError } from '@/lib/system-error';
import { UserError } from '@/lib/user-error';
import { contentTypeOf } from './content-types';
import { isForServers } from './object';
import { cleanAddress, isOneRange, pathOf } from './request';

/** Express's types are compatible with Node's requests and responses. Partial content is not compressed. */
const compress = compression({
  filter: (request, response) => response.statusCode !== 206 && compression.filter(request, response),
}) as unknown as (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** A served folder. The files of a release do not change. */
interface Served {
  folder: string;
  /** Old addresses and their targets. */
  redirects: ReadonlyMap<string, string>;
  /** Responds with the file at the address of the request, or calls `next`. */
  sendFile: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
}

/**
 * Serves a published folder as in production: clean addresses, the 404 page with status 404, and the same
 * headers. Each request is answered from the release that is published when the request arrives.
 *
 * @param port 0 selects a free port
 * @throws UserError if the port is taken
 */
export async function serveSite(folder: string, port: number): Promise<Server> {
  let last: { folder: string; served: Promise<Served> } | undefined;
  const current = async () => {
    const release = await realpath(folder).catch((error: unknown) => {
      if (isSystemError(error, 'ENOENT')) return folder;
      throw error;
    });
    if (last?.folder !== release) last = { folder: release, served: openFolder(release) };
    return last.served;
  };
  const server = createServer((request, response) => {
    closeWithResponse(response);
    compress(request, response, () => {
      answer(request, response, current).catch((error: unknown) => {
        console.error(error);
        if (response.headersSent) response.destroy();
        else sendStatus(response, 500);
      });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(explainListenError(error, port));
    });
    server.listen(port, resolve);
  });
  return server;
}

async function openFolder(folder: string): Promise<Served> {
  const moved = await readWrittenRedirects(folder);
  return {
    folder,
    redirects: new Map(moved.map(({ source, destination }) => [source, destination])),
    // Looks up each file on request, because listing the files of a large release takes seconds.
    sendFile: sirv(folder, {
      dev: true,
      etag: true,
      extensions: [],
      setHeaders: (response, path) => {
        response.setHeader('Content-Type', contentTypeOf(path) ?? 'application/octet-stream');
        response.setHeader('Accept-Ranges', 'bytes');
      },
    }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  current: () => Promise<Served>,
): Promise<void> {
  const path = pathOf(request.url ?? '');
  setHeaders(response, path ?? '/404');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    sendStatus(response, 405);
    return;
  }
  if (path === undefined) {
    sendStatus(response, 400);
    return;
  }
  const served = await current();
  const clean = cleanAddress(path);
  const target = served.redirects.get(clean) ?? clean;
  if (path === '/404.html' || path === '/404' || isForServers(path.slice(1))) {
    await sendMissing(response, served);
  } else if (target !== path) {
    response.writeHead(301, { Location: encodeURI(target), 'Content-Length': 0 }).end();
  } else {
    await sendFile(request, response, served, path);
  }
}

/** Sends the page at an address, or else the file at it. */
async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  served: Served,
  path: string,
): Promise<void> {
  const { range, 'if-range': ifRange } = request.headers;
  // The server may ignore a conditional range and more than one range (RFC 9110, sections 13.1.5 and 14.2).
  if (ifRange !== undefined || !isOneRange(range)) delete request.headers.range;
  const page = path === '/' ? '/index.html' : `${path}.html`;
  const isSent = [page, path].some((file) => {
    request.url = encodeURI(file).replace(/[?#]/g, encodeURIComponent);
    return isAnswered(served, request, response);
  });
  if (!isSent) await sendMissing(response, served);
}

function isAnswered(served: Served, request: IncomingMessage, response: ServerResponse): boolean {
  let isThere = true;
  served.sendFile(request, response, () => {
    isThere = false;
  });
  return isThere;
}

async function sendMissing(response: ServerResponse, { folder }: Served): Promise<void> {
  setHeaders(response, '/404');
  const page = await readFile(join(folder, '404.html')).catch((error: unknown) => {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  });
  if (page === undefined) {
    sendStatus(response, 404);
    return;
  }
  response.writeHead(404, { 'Content-Type': contentTypeOf('404.html'), 'Content-Length': page.length });
  response.end(page);
}

function sendStatus(response: ServerResponse, status: number): void {
  const text = STATUS_CODES[status] ?? '';
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': text.length });
  response.end(text);
}

/** Replaces headers that were set for another address. */
function setHeaders(response: ServerResponse, address: string): void {
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  for (const [name, value] of Object.entries(headersOf(address))) {
    if (value !== undefined) response.setHeader(name, value);
  }
}

/** Closes the file when the client disconnects. An unreadable file ends only its own response. */
function closeWithResponse(response: ServerResponse): void {
  response.on('pipe', (file) => {
    file.on('error', () => response.destroy());
    response.on('close', () => file.destroy());
  });
}
/** Tests a port before a build that may take long. @throws UserError if the port cannot be used */
export async function probePort(port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(explainListenError(error, port));
    });
    server.listen(port, () => {
      server.close(() => {
        resolve();
      });
    });
  });
}

function explainListenError(error: Error, port: number): Error {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new UserError(
      `Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
    );
  }
  if (code === 'EACCES') {
    return new UserError(`Port ${port} needs special rights. Choose one above 1023: PORT=3000 npm start`);
  }
  return error;
}
