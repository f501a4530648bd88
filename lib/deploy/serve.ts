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

/** Its types are those of Express, whose requests and responses are Node's own. A part of a file is sent as it is. */
const compress = compression({
  filter: (request, response) => response.statusCode !== 206 && compression.filter(request, response),
}) as unknown as (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** A folder that is served: of a release, nothing changes any more. */
interface Served {
  folder: string;
  /** Moved addresses, and where they lead. */
  redirects: ReadonlyMap<string, string>;
  /** Answers with the file whose path the request has as its address, or calls `next`. */
  sendFile: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
}

/**
 * Serves a published folder as production does: clean addresses, the 404 page with its status, the same headers. Each
 * request is answered from the release that the folder leads to when it arrives.
 *
 * @param port 0 lets the system choose
 * @throws UserError when the port is taken
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
    // Looks for each file when it is asked for: to list those of a large release takes seconds.
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

/** The page at an address or else the file at it. */
async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  served: Served,
  path: string,
): Promise<void> {
  const { range, 'if-range': ifRange } = request.headers;
  // A part of what may have changed meanwhile, or is not simply one, need not be sent (RFC 9110, sections 13.1.5 and 14.2).
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

/** Replaces what was set for another address. */
function setHeaders(response: ServerResponse, address: string): void {
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  for (const [name, value] of Object.entries(headersOf(address))) {
    if (value !== undefined) response.setHeader(name, value);
  }
}

/** A file that is sent is closed when the reader goes away, and one that cannot be read ends the answer alone. */
function closeWithResponse(response: ServerResponse): void {
  response.on('pipe', (file) => {
    file.on('error', () => response.destroy());
    response.on('close', () => file.destroy());
  });
}
/** @throws UserError when nothing can be served on `port`: better said before a build than after it. */
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
