import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

import { test } from '@playwright/test';

import { caddyConfiguration } from '@/lib/deploy/caddy';
import { nginxConfiguration } from '@/lib/deploy/nginx';
import { isInstalled } from '@/lib/testing/installed';
import { waitForServer } from '@/lib/testing/wait-for-server';

/** Our own server, which needs no configuration. */
export const ownServer = 'npm start';

/** The servers with a generated configuration, and `npm start`. */
export const serverNames = ['nginx', 'caddy', ownServer] as const;

export type ServerName = (typeof serverNames)[number];

/** Skips the tests of a file or group if a server is not installed. */
export function needServer(name: ServerName): void {
  test.skip(name !== ownServer && !isInstalled(name), `${name} is not installed`);
}

/** nginx's module for Brotli files, at the path of Debian's package. */
const brotliModule = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const hasBrotliModule = existsSync(brotliModule);

/**
 * The encodings in which a server sends precompressed files, with their extensions. `npm start` sends none.
 */
export function encodingsOf(name: ServerName): Map<string, string> {
  if (name === ownServer) return new Map();
  const gzip = ['gzip', '.gz'] as const;
  return new Map(name === 'caddy' || hasBrotliModule ? [['br', '.br'], gzip] : [gzip]);
}

export interface RunningServer {
  /** Process id of the first process, which may have started others. */
  pid: number;
  stop: () => Promise<void>;
}

/** Serves a published folder with a real server in separate processes. */
export async function startServer(name: ServerName, root: string, port: number): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), 'server-'));
  const [program, args] =
    name === ownServer
      ? [process.execPath, ['--import', 'tsx', 'e2e/own-server.ts', root, String(port)]]
      : [name, await writeConfiguration(name, folder, root, port)];
  const child = spawn(program, args, { stdio: 'ignore' });
  await waitForServer(`http://127.0.0.1:${port}/`);
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  return { pid: child.pid ?? 0, stop };
}

/** @returns the arguments with which the server reads the configuration */
async function writeConfiguration(
  name: 'nginx' | 'caddy',
  folder: string,
  root: string,
  port: number,
): Promise<string[]> {
  const file = join(folder, `${name}.conf`);
  const options = { root, port, name: '_' };
  if (name === 'caddy') {
    await writeFile(file, caddyConfiguration(options));
    return ['run', '--adapter', 'caddyfile', '--config', file];
  }
  const site = join(folder, 'site.conf');
  await writeFile(site, nginxConfiguration(options));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join(' ');
  const [load, use] = hasBrotliModule ? [`load_module ${brotliModule};`, 'brotli_static on;'] : ['', ''];
  await writeFile(
    file,
    `${load} daemon off; pid ${folder}/pid; error_log stderr crit; events {}
# Without this line, nginx would change to another user, who may not read the folder.
user ${userInfo().username};
http { access_log off; ${temporary} ${use} include ${site}; }\n`,
  );
  return ['-e', 'stderr', '-c', file];
}
