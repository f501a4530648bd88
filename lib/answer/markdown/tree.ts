import type { Root } from 'mdast';
import { markdownToMdast } from 'satteri';

/**
 * The tree of a Markdown text: CommonMark 0.31.2 with GitHub's tables, task lists, deletions, footnotes and bare addresses.
 * Places are in UTF-16 units. It is the tree that remark-parse and remark-gfm make but for what `tree.test.ts` lists.
 *
 * This runs native code: a fault of it ends the process. What comes from files is parsed by a process of a `ProcessPool`.
 */
export function markdownTree(markdown: string): Root {
  // CommonMark, "Insecure characters"; the parser leaves it to its caller.
  const text = markdown.replaceAll('\0', '\uFFFD');
  // Its types know nodes of other kinds of Markdown, which are switched off.
  return markdownToMdast(text, { features: { frontmatter: false } }) as Root;
}
