import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { linkFile } from './link-file';
import { partOf, readPartContents } from './part';

/** Files of one folder that another shall have too. */
export interface CarryRequest {
  from: string;
  to: string;
  paths: readonly string[];
  /** Of each file, in bytes. */
  sizes: readonly number[];
  /** Whether the other has had the very same files, and they only have to be looked at. */
  isThere?: boolean;
}

/**
 * Gives files of one release to another without copying them, where the file system can.
 *
 * @returns the paths of files that are not there any more, or not of the size they had
 */
export function carryFiles({ from, to, paths, sizes, isThere = false }: CarryRequest): string[] {
  const made = new Set<string>();
  const lost: string[] = [];
  for (const [index, path] of paths.entries()) {
    const [source, target] = [`${from}/${path}`, `${to}/${path}`];
    if (isThere && statSync(target, { throwIfNoEntry: false })?.size === sizes[index]) continue;
    const folder = target.slice(0, target.lastIndexOf('/'));
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    const found = statSync(source, { throwIfNoEntry: false });
    if (!found || found.size !== sizes[index]) {
      lost.push(path);
      continue;
    }
    // In the folder of a release that was not needed any more, it mostly lies already.
    const there = statSync(target, { throwIfNoEntry: false });
    if (there?.ino === found.ino && there.dev === found.dev) continue;
    if (there) rmSync(target);
    linkFile(source, target);
  }
  return lost;
}

/** Which of these files are missing in a folder, or of another size. */
export function findDamaged(folder: string, files: readonly { path: string; size: number }[]): string[] {
  return files
    .filter(({ path, size }) => statSync(join(folder, path), { throwIfNoEntry: false })?.size !== size)
    .map(({ path }) => path);
}

/** A part of a release that another shall have too, as it is. */
export interface CarryPartRequest {
  name: string;
  /** The file of a manifest that holds it. */
  file: string;
  from: string;
  to: string;
  isThere: boolean;
}

/** A part that was carried over. */
export interface CarriedPart {
  /** Addresses elsewhere in the site that its files lead to, and others that they once led to. */
  targets: string[];
  /** Paths of its files that do not lie below {@link subjectFolder}. */
  outside: string[];
}

/** Carries all files of a subject over, and removes what else lies among them. Undefined where not all are there. */
export function carryPart({ name, file, from, to, isThere }: CarryPartRequest): CarriedPart | undefined {
  const { paths, sizes, addresses, isWhole } = readPartContents(file);
  if (!isWhole || carryFiles({ from, to, paths, sizes, isThere }).length > 0) return undefined;
  const start = `${subjectFolder(name)}/`;
  if (!isThere) {
    const within = paths.filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
    removeOthers(`${to}/${start}`, within);
  }
  return {
    targets: addresses.filter((address) => partOf(address.slice(1)) !== name),
    outside: paths.filter((path) => !path.startsWith(start)),
  };
}

/** The folder of a release that holds the files of a subject, but a few beside it. */
export function subjectFolder(slug: string): string {
  return `learn/${slug}`;
}

/**
 * Removes every file of a folder but these.
 *
 * @param spared folders within it, which are passed over
 * @returns paths of files that are not there
 */
export function removeOthers(
  folder: string,
  paths: readonly string[],
  spared: readonly string[] = [],
): string[] {
  const isSpared = new Set(spared);
  const wanted = new Set(paths.filter((path) => !spared.some((other) => path.startsWith(`${other}/`))));
  const begin = (start: string) => {
    for (const entry of readdirSync(join(folder, start), { withFileTypes: true })) {
      const path = start + entry.name;
      if (isSpared.has(path)) continue;
      if (entry.isDirectory()) begin(`${path}/`);
      else if (!wanted.delete(path)) rmSync(join(folder, path));
    }
  };
  begin('');
  return [...wanted];
}
