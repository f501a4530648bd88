/** Characters that XML 1.0 does not allow in any form (https://www.w3.org/TR/xml/#charsets). */
const impossible = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/**
 * Escapes a text for XML, in content or between double quotes. Characters that XML does not allow become
 * U+FFFD.
 */
export function escapeXml(text: string): string {
  return text
    .replace(impossible, '\uFFFD')
    .replace(/[&<>"]/g, (character) => references[character] ?? character);
}

/** An element that contains a text. */
export function textElement(name: string, text: string, attributes = ''): string {
  return `<${name}${attributes}>${escapeXml(text)}</${name}>`;
}
