import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { writeProject } from './peer';

const run = promisify(execFile);

/** Fetches packages into a project of their own, when they are asked for: they are no part of this one. */
export async function install(folder: string, ...packages: string[]): Promise<void> {
  await writeProject(folder, { 'package.json': '{ "private": true, "type": "module" }\n' });
  await run('npm', ['install', '--no-fund', '--no-audit', ...packages], { cwd: folder });
}
