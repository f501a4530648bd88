import GithubSlugger from 'github-slugger';
import type { Element } from 'hast';
import { headingRank } from 'hast-util-heading-rank';

import { pageIds } from '../anchors';
import { plainText } from './plain-text';

/** One heading of an answer. */
export interface Heading {
  /** Id for the fragment of its address. */
  id: string;
  text: string;
  /** Level, at least 2. */
  rank: number;
}

/** Prefix of the ids of footnotes. */
const footnotePrefix = 'user-content-';

/** How often the ids of {@link pageIds} occur, in the form of the library. */
const { occurrences: reserved } = pageIds.reduce((slugger, id) => {
  slugger.slug(id);
  return slugger;
}, new GithubSlugger());

/** Generates unique ids for the headings of an answer. */
export class HeadingIds {
  readonly #slugger = new GithubSlugger();

  constructor() {
    Object.assign(this.#slugger.occurrences, reserved);
  }

  /** The id of the next heading, from its text with single spaces. */
  next(text: string): string {
    const slug = this.#slugger.slug(inAscii(text)) || this.#slugger.slug('section');
    return slug.startsWith(footnotePrefix) ? this.#slugger.slug(`section-${slug}`) : slug;
  }
}

/**
 * Gives each heading an id made of its words, and a link to itself. Call it for the headings in their order.
 */
export class HeadingAnchors {
  /** The headings that got an id, in their order. */
  readonly headings: Heading[] = [];
  readonly #ids = new HeadingIds();

  add(heading: Element): Element {
    const rank = headingRank(heading);
    // The heading above the footnotes has an id already, and is visible only to screen readers.
    if (rank === undefined || heading.properties.id !== undefined) return heading;
    const text = plainText(withoutNotes(heading));
    const id = this.#ids.next(text);
    this.headings.push({ id, text, rank });
    heading.properties.id = id;
    heading.children.push(anchor(id));
    return heading;
  }
}

/** A heading without footnote marks. */
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

/**
 * Converts special digits to ASCII, `h2o` for `H₂O` and `1-2` for `½`, because ids keep only letters and
 * digits.
 */
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
