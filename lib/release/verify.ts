import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { Catalogue } from '@/lib/catalogue/catalogue';
import { homePath, learnPath, searchPath, studyPath, subjectPath } from '@/lib/site';
import { UserError } from '@/lib/user-error';
import type { Links } from './assemble';

/** What a whole page ends with. */
const pageEnd = '</body></html>';

/** @throws UserError when a page of the catalogue is missing or cut short, or a link leads nowhere. */
export async function verifyRelease(folder: string, catalogue: Catalogue, links: Links): Promise<void> {
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
    if (!(await exists(folder, target))) faults.push(`${page} leads to ${target}, which does not exist`);
  }
  if (faults.length > 0) throw new UserError(`The release is not whole:\n  ${faults.join('\n  ')}`);
}

function pageFile(address: string): string {
  return address === homePath ? 'index.html' : `${address}.html`;
}

async function exists(folder: string, target: string): Promise<boolean> {
  const candidates = [pageFile(target), target].map((path) => join(folder, decodeURI(path)));
  const found = await Promise.all(candidates.map((path) => stat(path).catch(() => undefined)));
  return found.some((file) => file?.isFile());
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
