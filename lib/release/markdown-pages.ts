import type { Catalogue, Subject } from '@/lib/catalogue/catalogue';
import type { Entry } from '@/lib/catalogue/entry';
import { questionMarkdown } from '@/lib/seo/markdown';
import { markdownPath, siteUrl } from '@/lib/site';
import type { Output } from './output';

/**
 * Every question of some subjects as Markdown, at the address of its page and `.md`.
 *
 * @param readMarkdown gives an entry's answer, as `RenderedAnswer` has its Markdown
 */
export function* markdownPages(
  catalogue: Catalogue,
  subjects: readonly Subject[],
  readMarkdown: (entry: Entry) => Promise<string>,
): Generator<Output> {
  const site = siteUrl();
  for (const subject of subjects) {
    for (const entry of catalogue.inSubject(subject.slug)) {
      const addresses = catalogue.addressesOf(entry);
      yield {
        path: markdownFile(entry.address),
        // Its file's hash stands for all that it says.
        key: [entry.hash, entry.address, site, subject.name, ...(addresses.length > 1 ? addresses : [])].join(
          ' ',
        ),
        of: { subject: subject.slug, stamp: entry.hash },
        make: async () => questionMarkdown(entry, subject, await readMarkdown(entry), addresses),
      };
    }
  }
}

/** The file of a release that holds the Markdown of the question at an address. */
export function markdownFile(address: string): string {
  return markdownPath(address).slice(1);
}
