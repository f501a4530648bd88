import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { Catalogue } from '@/lib/catalogue/catalogue';
import { homePath, learnPath, searchPath, studyPath, subjectPath } from '@/lib/site';
import { oneLine } from '@/lib/source/hidden-characters';
import { UserError } from '@/lib/user-error';
import type { Links } from './assemble';

/** What a whole page ends with. */
const pageEnd = '</body></html>';

/**
 * @param reportDeadLink is told of links that lead nowhere where those are no fault
 * @throws UserError when a page of the catalogue is missing or cut short, or a link leads nowhere
 */
export async function verifyRelease(
  folder: string,
  catalogue: Catalogue,
  links: Links,
  reportDeadLink?: (message: string) => void,
): Promise<void> {
  const faults: string[] = [];
  const addresses = [
    homePath,
    learnPath,
    searchPath,
    studyPath,
    '/404',
    ...catalogue.subjects.map(({ slug }) => subjectPath(slug)),
    ...catalogue.entries.map(({ address }) => address),
  ];
  for (const address of addresses) {
    if (!(await isWhole(join(folder, pageFile(address)))))
      faults.push(`the page ${address} is missing or incomplete`);
  }
  for (const [target, page] of links) {
    if (await exists(folder, target)) continue;
    const message = oneLine(`${page} leads to ${target}, which does not exist`);
    if (reportDeadLink) reportDeadLink(message);
    else faults.push(message);
  }
  if (faults.length > 0) throw new UserError(`The release is not whole:\n  ${faults.join('\n  ')}`);
}

function pageFile(address: string): string {
  return address === homePath ? 'index.html' : `${address}.html`;
}

async function exists(folder: string, target: string): Promise<boolean> {
  const candidates = [pageFile(target), target].map((path) => join(folder, decode(path)));
  const found = await Promise.all(candidates.map((path) => stat(path).catch(() => undefined)));
  return found.some((file) => file?.isFile());
}

/** As a server reads an address; one that is none stays as it is. */
function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

async function isWhole(path: string): Promise<boolean> {
  const file = await open(path).catch(() => undefined);
  if (!file) return false;
  try {
    const { size } = await file.stat();
    const { buffer } = await file.read({
      buffer: Buffer.alloc(pageEnd.length),
      position: Math.max(0, size - pageEnd.length),
    });
    return buffer.toString() === pageEnd;
  } finally {
    await file.close();
  }
}
