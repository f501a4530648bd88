import * as z from 'zod';

import { groupBy } from '@/lib/group-by';

/** A package that `npm ci` installs on at least one platform. */
export interface LockedPackage {
  name: string;
  version: string;
  /** SPDX expression from the package. */
  licence: string | undefined;
  /** Whether the package is a dependency of development only and not part of a release. */
  isForDevelopment: boolean;
}

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
    }),
  ),
});

/** Every package of a `package-lock.json`, by name. @throws if the text is not a lockfile */
export function readLockedPackages(text: string): LockedPackage[] {
  return Object.entries(lockfile.parse(JSON.parse(text)).packages)
    .filter(([path]) => path !== '')
    .map(([path, { version = '', license, dev = false }]) => ({
      name: path.replace(/^.*node_modules\//, ''),
      version,
      licence: license,
      isForDevelopment: dev,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Lists the packages under each licence, one paragraph for each licence, those with the most packages first.
 */
export function listLicences(packages: readonly LockedPackage[]): string {
  return [...groupBy(packages, ({ licence }) => licence ?? 'none')]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([licence, members]) => {
      const names = members.map(({ name, version }) => `${name} ${version}`);
      return `${licence} (${members.length})\n  ${names.join('\n  ')}\n`;
    })
    .join('\n');
}

/** Licences that packages may have. Each part of an expression is checked separately. */
const accepted = new Set([
  ...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC-BY-4.0', 'ISC', 'MIT'],
  ...['MPL-2.0', 'OFL-1.1', 'Python-2.0', 'WTFPL', 'Zlib'],
]);

/**
 * libvips is under the LGPL. `sharp` loads it as a shared library when it makes icons, and no release
 * contains it.
 */
const lookedAt = '@img/sharp-';

/** Packages whose licence needs a manual review. */
export function findUnaccepted(packages: readonly LockedPackage[]): LockedPackage[] {
  return packages.filter(
    ({ name, licence = '' }) =>
      !name.startsWith(lookedAt) &&
      !licence
        .replace(/[()]/g, '')
        .split(/ (?:AND|OR) /)
        .every((part) => accepted.has(part)),
  );
}
