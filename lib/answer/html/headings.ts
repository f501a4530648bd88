import GithubSlugger from 'github-slugger';
import type { Element, Root } from 'hast';
import { headingRank } from 'hast-util-heading-rank';

import { plainText } from './plain-text';
import { visit } from '../visit';

/** One heading of an answer. */
export interface Heading {
  /** What follows `#` in its address. */
  id: string;
  text: string;
  /** From 2. */
  rank: number;
}

/** Ids that pages use for themselves. */
const taken = ['content', 'search-field', 'query', 'sources', 'topics', 'related', 'keys', 'footnote-label'];

/** What the ids of footnotes begin with. */
const footnotePrefix = 'user-content-';

/** Gives each heading an id made of its words and a link to itself. Returns them in their order. */
export function anchorHeadings(page: Root): Heading[] {
  const headings: Heading[] = [];
  const slugger = new GithubSlugger();
  for (const id of taken) slugger.slug(id);
  visit(page, 'element', (node) => {
    const rank = headingRank(node);
    if (rank === undefined) return;
    // The heading above the footnotes has an id already, and is not seen.
    if (node.properties.id !== undefined) return;
    const text = plainText(node);
    const slug = slugger.slug(text) || slugger.slug('section');
    const id = slug.startsWith(footnotePrefix) ? slugger.slug(`section-${slug}`) : slug;
    headings.push({ id, text, rank });
    node.properties.id = id;
    node.children.push(anchor(id));
  });
  return headings;
}

function anchor(id: string): Element {
  const properties = { className: ['anchor'], href: `#${id}`, ariaLabel: 'Link to this section' };
  return { type: 'element', tagName: 'a', properties, children: [] };
}
