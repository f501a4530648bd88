import type { Catalogue, Entry } from '@/lib/catalogue/catalogue';
import { questionMarkdown } from '@/lib/seo/markdown';
import { siteUrl } from '@/lib/site';
import { keyOf, type Output } from './output';

/** Where the answers of a library are had from, as `RenderedAnswer` has their Markdown. */
export interface AnswerSource {
  /** Stands for an entry's answer: answers with one key are the same. Cheap to ask for. */
  keyOf: (entry: Entry) => string;
  read: (entry: Entry) => Promise<string>;
}

/** Every question as Markdown, at the address of its page and `.md`. */
export function markdownPages(catalogue: Catalogue, answers: AnswerSource): Output[] {
  return catalogue.subjects.flatMap((subject) =>
    catalogue.inSubject(subject.slug).map((entry) => {
      const { id, address, title, question, date, author, description, shortAnswer, keywords, sources } =
        entry;
      return {
        path: markdownFile(address),
        key: keyOf(
          [id, address, title, question, date, author, description, shortAnswer, keywords, sources],
          subject.name,
          siteUrl(),
          answers.keyOf(entry),
        ),
        make: async () => questionMarkdown(entry, subject, await answers.read(entry)),
      };
    }),
  );
}

/** The file of a release that holds the Markdown of the question at an address. */
export function markdownFile(address: string): string {
  return `${address.slice(1)}.md`;
}
