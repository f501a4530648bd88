import type { lstat as lstatOfCallbacks } from 'node:fs';
import { lstat, realpath } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import compression from 'compression';
import serveHandler from 'serve-handler';

import { isSystemError } from '@/lib/system-error';
import { UserError } from '@/lib/user-error';
import { headerRules } from '@/lib/deploy/headers';
import { readWrittenRedirects } from './redirects';

/** Typed for Express, which hands on Node's own requests and responses. */
const compress = compression() as unknown as (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;

/**
 * A name that no file can have, with a zero or too long, is that of a file which is not there: no fault of the server.
 * Typed for callbacks, and called for a promise.
 */
const lookAt = ((path: string) =>
  lstat(path).catch((error: unknown) => {
    const isNoPath = isSystemError(error, 'ERR_INVALID_ARG_VALUE') || isSystemError(error, 'ENAMETOOLONG');
    if (!isNoPath) throw error;
    throw Object.assign(new Error(`Nothing can be at ${path}`, { cause: error }), { code: 'ENOENT' });
  })) as unknown as typeof lstatOfCallbacks;

/**
 * Serves a published folder as production does: clean addresses, the 404 page with its status, the same headers.
 *
 * @param port 0 lets the system choose
 * @throws UserError when the port is taken
 */
export async function serveSite(folder: string, port: number): Promise<Server> {
  const redirects = (await readWrittenRedirects(folder)).map((redirect) => ({ ...redirect, type: 301 }));
  const headers = headerRules.map((rule) => ({
    source: rule.source,
    headers: Object.entries(rule.headers).map(([key, value]) => ({ key, value })),
  }));
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    // A file is looked at and then read: of one release, even when they are switched between the two.
    const release = await realpath(folder).catch(() => folder);
    const configuration = {
      public: release,
      cleanUrls: true,
      trailingSlash: false,
      directoryListing: false,
      etag: true,
      redirects,
      headers,
    };
    await serveHandler(request, response, configuration, { lstat: lookAt });
  };
  const server = createServer((request, response) => {
    compress(request, response, () => void answer(request, response));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(explainListenError(error, port));
    });
    server.listen(port, resolve);
  });
  return server;
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
