import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import * as z from 'zod';

import packageJson from '@/package.json';

const run = promisify(execFile);

/** The fields that are read from a bill of materials. The others are passed on. */
const bom = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(z.looseObject({ name: z.string(), version: z.string() })),
  metadata: z.looseObject({ component: z.looseObject({ name: z.string() }) }),
});

/**
 * Writes the bill of materials of the packages that make a release, without development dependencies, in
 * CycloneDX (https://cyclonedx.org). The output is reproducible: serial number and time are removed.
 *
 * @throws if npm fails, for example before `npm ci`
 */
export async function writeBillOfMaterials(): Promise<string> {
  const { stdout } = await run('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'], {
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  const { serialNumber: _, metadata, ...rest } = bom.parse(JSON.parse(stdout));
  const { timestamp: __, component, ...about } = metadata;
  // npm names the project after its folder.
  const named = { ...rest, metadata: { ...about, component: { ...component, name: packageJson.name } } };
  return `${JSON.stringify(named, null, 2)}\n`;
}
