import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { filesBelow } from '@/lib/files-below';
import { editUrl, siteUrl } from '@/lib/site';
import { keyOf } from './output';

/** All that pages are made with. */
const templatePaths = [
  'app',
  'components',
  'lib',
  'public',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
];

/** Stands for everything besides content that pages are made of: code, configuration and dependencies. */
export async function templateKey(projectFolder = process.cwd()): Promise<string> {
  return keyOf(await hashOfFiles(projectFolder, templatePaths), process.version, siteUrl(), editUrl(''));
}

/** A hash of some files, of all files below some folders but tests, and of the versions of all dependencies. */
async function hashOfFiles(projectFolder: string, paths: readonly string[]): Promise<string> {
  const files = new Set(['package-lock.json']);
  for (const path of paths) for (const file of await filesAt(projectFolder, path)) files.add(file);
  const hash = createHash('sha256');
  for (const file of [...files].sort()) hash.update(file).update(await readFile(join(projectFolder, file)));
  return hash.digest('hex');
}

async function filesAt(projectFolder: string, path: string): Promise<string[]> {
  const start = join(projectFolder, path);
  if ((await stat(start)).isFile()) return [path];
  const files = await filesBelow(start);
  return files.filter((file) => !/\.test\.tsx?$/.test(file)).map((file) => `${path}/${file}`);
}
