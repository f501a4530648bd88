import GithubSlugger from 'github-slugger';
import type { Element } from 'hast';
import { headingRank } from 'hast-util-heading-rank';

import { pageIds } from '../anchors';
import { plainText } from './plain-text';

/** One heading of an answer. */
export interface Heading {
  /** What follows `#` in its address. */
  id: string;
  text: string;
  /** From 2. */
  rank: number;
}

/** What the ids of footnotes begin with. */
const footnotePrefix = 'user-content-';

/** The ids of an answer's headings, one after the other. */
export class HeadingIds {
  readonly #slugger = new GithubSlugger();

  constructor() {
    for (const id of pageIds) this.#slugger.slug(id);
  }

  /** The id of the next heading, by its words, spaces made single. */
  next(text: string): string {
    const slug = this.#slugger.slug(inAscii(text)) || this.#slugger.slug('section');
    return slug.startsWith(footnotePrefix) ? this.#slugger.slug(`section-${slug}`) : slug;
  }
}

/** Gives headings, one after the other, an id made of their words and a link to themselves. */
export class HeadingAnchors {
  /** Those that got an id, in their order. */
  readonly headings: Heading[] = [];
  readonly #ids = new HeadingIds();

  add(heading: Element): Element {
    const rank = headingRank(heading);
    // The heading above the footnotes has an id already, and is not seen.
    if (rank === undefined || heading.properties.id !== undefined) return heading;
    const text = plainText(withoutNotes(heading));
    const id = this.#ids.next(text);
    this.headings.push({ id, text, rank });
    heading.properties.id = id;
    heading.children.push(anchor(id));
    return heading;
  }
}

/** A heading without the marks of footnotes, which are no words of it. */
function withoutNotes(heading: Element): Element {
  const children = heading.children.flatMap((child): Element['children'] => {
    if (child.type !== 'element') return [child];
    return isNoteMark(child) ? [] : [withoutNotes(child)];
  });
  return { ...heading, children };
}

function isNoteMark({ tagName, children }: Element): boolean {
  const [only] = children;
  return tagName === 'sup' && only?.type === 'element' && only.properties.dataFootnoteRef !== undefined;
}

/** Numbers that have a form of their own as plain digits, `h2o` of `H₂O` and `1-2` of `½`: ids keep letters and digits. */
function inAscii(text: string): string {
  return text.replace(/(\d?)(\p{No})/gu, (_, before: string, number: string) => {
    const plain = number.normalize('NFKC').replace('\u2044', '-');
    return before !== '' && plain.includes('-') ? `${before}-${plain}` : before + plain;
  });
}

function anchor(id: string): Element {
  const properties = { className: ['anchor'], href: `#${id}`, ariaLabel: 'Link to this section' };
  return { type: 'element', tagName: 'a', properties, children: [] };
}
