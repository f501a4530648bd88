import { spawn, spawnSync } from 'node:child_process';
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
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join(' ');
  await writeFile(
    file,
    `daemon off; pid ${folder}/pid; error_log stderr crit; events {}\nhttp { access_log off; ${temporary} include ${site}; }\n`,
  );
  return [file, ['-e', 'stderr', '-c']] as const;
}
