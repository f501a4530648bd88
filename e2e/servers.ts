import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { caddyConfiguration } from '@/lib/deploy/caddy';
import { nginxConfiguration } from '@/lib/deploy/nginx';
import { waitForServer } from '@/lib/testing/wait-for-server';

export type ServerName = 'nginx' | 'caddy';

/** The servers of this machine for which we have a configuration. */
export const installedServers = (['nginx', 'caddy'] as const).filter(
  (name) => spawnSync('which', [name]).status === 0,
);

/** nginx's module for Brotli files, where Debian puts it. */
const brotliModule = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const hasBrotliModule = existsSync(brotliModule);

/** How a server of this machine sends files that were compressed beforehand, and how such a file ends. */
export function encodingsOf(name: ServerName): Map<string, string> {
  const gzip = ['gzip', '.gz'] as const;
  return new Map(name === 'caddy' || hasBrotliModule ? [['br', '.br'], gzip] : [gzip]);
}

/** Serves a published folder with a real server. @returns how to stop it */
export async function startServer(
  name: ServerName,
  root: string,
  port: number,
): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'server-'));
  const [file, args] = await writeConfiguration(name, folder, root, port);
  const child = spawn(name, [...args, file], { stdio: 'ignore' });
  await waitForServer(`http://127.0.0.1:${port}/`);
  return async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
}

async function writeConfiguration(name: ServerName, folder: string, root: string, port: number) {
  const file = join(folder, `${name}.conf`);
  const options = { root, port, name: '_' };
  if (name === 'caddy') {
    await writeFile(file, caddyConfiguration(options));
    return [file, ['run', '--adapter', 'caddyfile', '--config']] as const;
  }
  const site = join(folder, 'site.conf');
  await writeFile(site, nginxConfiguration(options));
  const [load, use] = hasBrotliModule ? [`load_module ${brotliModule}; `, 'brotli_static on; '] : ['', ''];
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join(' ');
  await writeFile(
    file,
    `${load}daemon off; pid ${folder}/pid; error_log stderr crit; events {}\nhttp { access_log off; ${temporary} ${use}include ${site}; }\n`,
  );
  return [file, ['-e', 'stderr', '-c']] as const;
}
