import { execFile, spawn } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { freePort } from '@/lib/testing/free-port';
import { waitForServer } from '@/lib/testing/wait-for-server';

const run = promisify(execFile);

const seconds = 5;

/**
 * How many requests for one page nginx answers in a second, on one of its processes, asked by 50 connections of one
 * thread of wrk on this machine.
 *
 * @param site the folder that is served
 * @param page its path within
 */
export async function requestsPerSecond(site: string, page: string): Promise<number> {
  const folder = `${site}.nginx`;
  await mkdir(folder, { recursive: true });
  const port = await freePort();
  const configuration = join(folder, 'nginx.conf');
  await writeFile(
    configuration,
    `daemon off; pid ${folder}/pid; error_log stderr crit; events {}
http { include /etc/nginx/mime.types; access_log off; sendfile on; client_body_temp_path ${folder}; proxy_temp_path ${folder};
fastcgi_temp_path ${folder}; uwsgi_temp_path ${folder}; scgi_temp_path ${folder}; open_file_cache max=1000;
server { listen 127.0.0.1:${port}; root ${site}; } }\n`,
  );
  const server = spawn('nginx', ['-c', configuration], { stdio: 'ignore' });
  try {
    const url = `http://127.0.0.1:${port}/${page}`;
    await waitForServer(url);
    const { stdout } = await run('wrk', ['-t1', '-c50', `-d${seconds}s`, url]);
    return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1] ?? Number.NaN);
  } finally {
    server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}
