import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import * as z from 'zod';

import packageJson from '@/package.json';

const run = promisify(execFile);

/** What is read of a bill of materials; the rest is passed on. */
const bom = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(z.looseObject({ name: z.string(), version: z.string() })),
  metadata: z.looseObject({ component: z.looseObject({ name: z.string() }) }),
});

/**
 * The bill of materials of what makes a release, without what only development needs, in CycloneDX
 * (https://cyclonedx.org). The same packages give the same text: npm's serial number and time are left out.
 *
 * @throws when npm cannot tell, as before `npm ci`
 */
export async function writeBillOfMaterials(): Promise<string> {
  const { stdout } = await run('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'], {
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  const { serialNumber: _, metadata, ...rest } = bom.parse(JSON.parse(stdout));
  const { timestamp: __, component, ...about } = metadata;
  // npm names the project after the folder that it lies in.
  const named = { ...rest, metadata: { ...about, component: { ...component, name: packageJson.name } } };
  return `${JSON.stringify(named, null, 2)}\n`;
}
