import { attribute, tag } from '@/lib/answer/html/tags';
import { feedFormula } from '@/public/scripts/copy/readable-mathml.js';

/** Attributes that stay useful without this site's styles and scripts. */
const kept = new Set(['href', 'src', 'alt', 'title', 'width', 'height', 'id', 'start', 'scope', 'colspan']);

/** Attributes of MathML are kept except these. */
const notOfFormulas = new Set(['class', 'style']);

const formula = new RegExp(String.raw`<math(?:${attribute.source})*>[^]*?</math>`, 'g');

/** The link beside a heading, or a tag. */
const anchorOrTag = new RegExp(String.raw`<a class="anchor"(?:${attribute.source})*></a>|${tag.source}`, 'g');

/**
 * Prepares a rendered answer for other sites: links become absolute, and parts that need this site's styles
 * or scripts are removed.
 *
 * @param html a rendered answer, serialized by `lib/answer/html/to-html` from a sanitized tree, so that all tags
 *   have the same form
 * @param url the absolute address of its page
 * @param idPrefix prefix of all ids, which makes them unique within a feed
 */
export function feedHtml(html: string, url: string, idPrefix: string): string {
  let isInFormula = false;
  const page = html
    .replace(formula, feedFormula)
    .replace(anchorOrTag, (found, ...groups: (string | undefined)[]) => {
      const [, , end, name, attributes = ''] = groups;
      if (name === undefined || name === 'span') return '';
      if (name === 'math') isInFormula = end === '';
      if (attributes === '') return found;
      return `<${name}${keepAttributes(attributes, isInFormula, { url, idPrefix })}>`;
    });
  // Named character references exist only in HTML; feed readers know numeric ones.
  return page.replaceAll('&lt;', '&#x3C;').replaceAll('&amp;', '&#x26;').replaceAll('&quot;', '&#x22;');
}

function keepAttributes(
  attributes: string,
  isInFormula: boolean,
  { url, idPrefix }: { url: string; idPrefix: string },
): string {
  return attributes.replace(attribute, (found, name: string, value?: string) => {
    // In a formula, references to equations are links.
    if (isInFormula && name !== 'href') return notOfFormulas.has(name) ? '' : found;
    if (!kept.has(name)) return '';
    if (name === 'id') return ` id="${idPrefix}${value ?? ''}"`;
    const isAddress = value !== undefined && (name === 'href' || name === 'src');
    return isAddress ? ` ${name}="${resolveAddress(value, url)}"` : found;
  });
}

/** @param value an address in an attribute; its only character references are `&amp;` and `&#x27;` */
function resolveAddress(value: string, url: string): string {
  const address = value.replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
  const resolved = URL.canParse(address, url) ? new URL(address, url).href : address;
  return resolved.replaceAll('&', '&amp;').replaceAll("'", '&#x27;');
}
