import { oneLine } from '@/lib/source/hidden-characters';
import { shorten } from '@/lib/source/problem';
import { UserError } from '@/lib/user-error';
import { targetsOf, type Part } from './part';

/** A release as it is known before it is published. */
export interface FinishedRelease {
  /** The parts whose links are looked at. */
  parts: Iterable<Part>;
  /** Paths of files that it must have, and does not. */
  unmade: Iterable<string>;
  /** Paths of files that are not on disk as they were written. */
  damaged: Iterable<string>;
  /** Whether an address leads to one of its files. */
  isThere: (address: string) => boolean;
}

/**
 * Looks a release over before it is published.
 *
 * @param reportDeadLink is told of links that lead nowhere where those are no fault
 * @throws UserError when a file is missing or cut short, or a link leads nowhere
 */
export function verifyRelease(
  { parts, unmade, damaged, isThere }: FinishedRelease,
  reportDeadLink?: (message: string) => void,
): void {
  const faults = [
    ...[...damaged].map((path) => `${path} is missing on disk, or cut short`),
    ...[...unmade].map((path) => `${path} was not made`),
  ];
  for (const part of parts) {
    for (const message of deadLinks(part, isThere)) {
      if (reportDeadLink) reportDeadLink(message);
      else faults.push(message);
    }
  }
  if (faults.length > 0) throw new UserError(`The release is not whole:\n  ${faults.join('\n  ')}`);
}

function* deadLinks(part: Part, isThere: (address: string) => boolean): Generator<string> {
  const dead = new Set(part.addresses.filter((address) => !isThere(address)));
  if (dead.size === 0) return;
  for (const [path, file] of part.files) {
    const found = targetsOf(file, part).filter((target) => dead.has(target));
    if (found.length > 0)
      yield oneLine(`${path} leads to ${shorten(found.join(', '))}, which does not exist`);
  }
}
