/** What an element keeps where neither our styles nor our scripts are. */
const kept = new Set(['href', 'src', 'alt', 'title', 'width', 'height', 'id', 'start', 'scope', 'colspan']);

/** A tag as `hast-util-to-html` writes it, and an attribute in it: a value stands between double quotes. */
const tags = /<(?<end>\/?)(?<name>[a-z][a-z0-9-]*)(?<attributes>(?:[^">]|"[^"]*")*)>/gi;
const attributesIn = /(?<name>[^\s="]+)(?:="(?<value>[^"]*)")?/g;

/**
 * A rendered answer as it can stand on a stranger's page: links lead where they lead on its own, and what only our
 * styles and scripts make use of is gone.
 *
 * @param html as `renderAnswer` writes it, of which the tags need not be looked for by an HTML parser
 * @param url the absolute address of its page
 */
export function feedHtml(html: string, url: string): string {
  let result = '';
  let from = 0;
  /** Whether the sign beside a heading that links to it is being left out. */
  let isInAnchor = false;
  let isInFormula = false;
  for (const { 0: tag, index, groups = {} } of html.matchAll(tags)) {
    if (!isInAnchor) result += html.slice(from, index);
    from = index + tag.length;
    const { end, name = '', attributes = '' } = groups;
    if (isInAnchor) {
      isInAnchor = !(name === 'a' && end !== '');
    } else if (end !== '') {
      if (name === 'math') isInFormula = false;
      if (isInFormula || name !== 'span') result += tag;
    } else if (isInFormula || name === 'math') {
      isInFormula = true;
      // Attributes of MathML are part of what a formula says.
      result += writeTag(name, attributes, (attribute) => attribute !== 'class' && attribute !== 'style');
    } else if (name === 'a' && /\sclass="(?:[^"]* )?anchor[" ]/.test(attributes)) {
      isInAnchor = true;
    } else if (name !== 'span') {
      result += writeTag(name, attributes, (attribute) => kept.has(attribute), url);
    }
  }
  return (result + html.slice(from)).replace(/&(lt|amp|quot);/g, (_, name: string) => numeric[name] ?? '');
}

/** Feeds name characters by their numbers, always: readers of feeds show a question as new when its text differs. */
const numeric: Readonly<Record<string, string>> = { lt: '&#x3C;', amp: '&#x26;', quot: '&#x22;' };

/** @param url what addresses are resolved against, if they are */
function writeTag(
  name: string,
  attributes: string,
  isKept: (attribute: string) => boolean,
  url?: string,
): string {
  let tag = `<${name}`;
  for (const { 0: written, groups = {} } of attributes.matchAll(attributesIn)) {
    const { name: attribute = '', value } = groups;
    if (!isKept(attribute)) continue;
    const isAddress =
      url !== undefined && value !== undefined && (attribute === 'href' || attribute === 'src');
    tag += isAddress ? ` ${attribute}="${resolveAddress(value, url)}"` : ` ${written}`;
  }
  return `${tag}>`;
}

/** An address as it stands between quotes, made absolute. */
function resolveAddress(value: string, url: string): string {
  const address = value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
  if (!URL.canParse(address, url)) return value;
  return new URL(address, url).href.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
