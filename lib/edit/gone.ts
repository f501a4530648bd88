import { relative, sep } from 'node:path';

import { displayPath } from '@/lib/catalogue/content-folder';
import { groupBy } from '@/lib/group-by';
import { questionPath } from '@/lib/site';
import { errorAt, type Problem } from '@/lib/source/problem';
import type { CheckedLibrary } from './check';

/**
 * Finds addresses of deleted or renamed questions that have no redirect.
 *
 * @param files deleted or renamed content files, absolute
 */
export function findGoneAddresses(
  { catalogue, redirects }: CheckedLibrary,
  folder: string,
  files: readonly string[],
): Problem[] {
  const left = groupBy(files.length > 0 ? catalogue.questions : [], ({ slug }) => slug);
  return files.flatMap((file) => {
    const path = relative(folder, file).split(sep).join('/');
    const [subject = '', ...rest] = path.split('/');
    const slug = rest.at(-1)?.replace(/\.md$/, '') ?? '';
    const address = questionPath(subject, slug);
    if (!path.endsWith('.md') || rest.length === 0) return [];
    if (catalogue.find(address) || redirects.has(address)) return [];
    const [other] = left.get(slug) ?? [];
    const target = other?.address ?? '<its new address>';
    const message = `The question at ${address} was removed: rename it with npm run move, or add "${address}: ${target}" to redirects.yaml.`;
    return { file: displayPath(folder, path), ...errorAt({ line: 1, column: 1 }, 'address-gone', message) };
  });
}
