import { feedFormula } from './feed-formula';

/** What an element keeps where neither our styles nor our scripts are. */
const kept = new Set(['href', 'src', 'alt', 'title', 'width', 'height', 'id', 'start', 'scope', 'colspan']);

/** Attributes of MathML are part of what a formula says, but for these. */
const notOfFormulas = new Set(['class', 'style']);

/** An attribute as answers have them: its value, if there is one, stands between double quotes, in which `>` may stand. */
const attribute = / ([^\s"=>]+)(?:="([^"]*)")?/g;

const formula = new RegExp(String.raw`<math(?:${attribute.source})*>[^]*?</math>`, 'g');

/** The sign beside a heading that links to it, or the beginning or end of an element. */
const tag = new RegExp(
  String.raw`<a class="anchor"(?:${attribute.source})*></a>|<(/?)([a-z][a-z\d]*)((?:${attribute.source})*)>`,
  'g',
);

/**
 * A rendered answer as it can stand on a stranger's page: links lead where they lead on its own, and what only our
 * styles and scripts make use of is gone.
 *
 * @param html as an answer is rendered, by hast-util-to-html from a tree that was sanitized: its tags are all of one form
 * @param url the absolute address of its page
 * @param idPrefix begins every id, so that no other entry of a feed has one of these
 */
export function feedHtml(html: string, url: string, idPrefix: string): string {
  let isInFormula = false;
  const page = html.replace(formula, feedFormula).replace(tag, (found, ...groups: (string | undefined)[]) => {
    const [, , end, name, attributes = ''] = groups;
    if (name === undefined || name === 'span') return '';
    if (name === 'math') isInFormula = end === '';
    if (attributes === '') return found;
    return `<${name}${keepAttributes(attributes, isInFormula, { url, idPrefix })}>`;
  });
  // Names of characters are HTML's own; feed readers know numbers.
  return page.replaceAll('&lt;', '&#x3C;').replaceAll('&amp;', '&#x26;').replaceAll('&quot;', '&#x22;');
}

function keepAttributes(
  attributes: string,
  isInFormula: boolean,
  { url, idPrefix }: { url: string; idPrefix: string },
): string {
  return attributes.replace(attribute, (found, name: string, value?: string) => {
    if (isInFormula) return notOfFormulas.has(name) ? '' : found;
    if (!kept.has(name)) return '';
    if (name === 'id') return ` id="${idPrefix}${value ?? ''}"`;
    const isAddress = value !== undefined && (name === 'href' || name === 'src');
    return isAddress ? ` ${name}="${resolveAddress(value, url)}"` : found;
  });
}

/** @param value an address as an attribute has it: of what stands for characters, only `&amp;` and `&#x27;` may stand in one */
function resolveAddress(value: string, url: string): string {
  const address = value.replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
  const resolved = URL.canParse(address, url) ? new URL(address, url).href : address;
  return resolved.replaceAll('&', '&amp;').replaceAll("'", '&#x27;');
}
