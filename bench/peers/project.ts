import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Writes the files of a project, by path. */
export async function writeProject(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/**
 * Installs packages into a separate project, so that they are not dependencies of this one. Does nothing if
 * they are installed. Install scripts do not run.
 *
 * @param packages with exact versions
 */
export async function installPeer(folder: string, packages: readonly string[]): Promise<void> {
  if (existsSync(join(folder, 'node_modules'))) return;
  await writeProject(folder, { 'package.json': '{ "private": true, "type": "module" }\n' });
  const options = ['--ignore-scripts', '--no-fund', '--no-audit', '--prefer-offline', '--save-exact'];
  await run('npm', ['install', ...options, ...packages], { cwd: folder });
}
