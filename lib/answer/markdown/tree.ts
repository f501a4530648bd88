import type { Root } from 'mdast';
import { markdownToMdast } from 'satteri';

/**
 * Parses Markdown: CommonMark 0.31.2 with GitHub's tables, task lists, deleted text, footnotes and bare
 * addresses. Positions are in UTF-16 units. The tree equals that of remark-parse and remark-gfm except for
 * the differences listed in `tree.test.ts`.
 *
 * Runs native code, in which a fault ends the process. Content files are parsed in a process of a
 * `ProcessPool`.
 */
export function markdownTree(markdown: string): Root {
  // CommonMark, "Insecure characters". The parser leaves this to its caller.
  const text = markdown.replaceAll('\0', '\uFFFD');
  // The types include nodes of extensions that are switched off.
  return markdownToMdast(text, { features: { frontmatter: false } }) as Root;
}
