import { oneLine } from '@/lib/source/hidden-characters';
import { UserError } from '@/lib/user-error';
import { decodeAddress, targetsOf, type Manifest } from './manifest';
import { documentPath } from './pieces';

/**
 * Looks a release over before it is published.
 *
 * @param wanted paths of all files that it must have
 * @param damaged paths of files that are not on disk as the manifest says
 * @param reportDeadLink is told of links that lead nowhere where those are no fault
 * @throws UserError when a file is missing or cut short, or a link leads nowhere
 */
export function verifyRelease(
  manifest: Manifest,
  wanted: Iterable<string>,
  damaged: readonly string[],
  reportDeadLink?: (message: string) => void,
): void {
  const { files, addresses } = manifest;
  const faults = damaged.map((path) => `${path} is missing on disk, or cut short`);
  for (const path of wanted) if (!files.has(path)) faults.push(`${path} was not made`);
  const dead = new Set(addresses.filter((address) => !isThere(files, address)));
  if (dead.size > 0) {
    for (const [path, file] of files) {
      const found = targetsOf(file, manifest).filter((target) => dead.has(target));
      if (found.length === 0) continue;
      const message = oneLine(`${path} leads to ${found.join(', ')}, which does not exist`);
      if (reportDeadLink) reportDeadLink(message);
      else faults.push(message);
    }
  }
  if (faults.length > 0) throw new UserError(`The release is not whole:\n  ${faults.join('\n  ')}`);
}

function isThere(files: Manifest['files'], address: string): boolean {
  const path = decodeAddress(address);
  return files.has(documentPath(path)) || files.has(path.slice(1));
}
