import { formulaText } from './formula-text.js';

/**
 * What a question's Markdown says, without the signs that say how.
 * @typedef {object} PlainText
 * @property {string} text all but the question itself
 * @property {string} headings
 */

/** From an opening fence to its closing one, or to the end; what stands before it on its line is let be. */
const fence =
  /^([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)(`{3,}|~{3,})[^\n]*\n([^]*?)(?:^[ \t>]*\2[`~]*[ \t]*$|$(?![^]))/gm;

/** Formulas, code and escaped signs. What opens and never closes is not looked after for long. */
const verbatim =
  /\\\[([^]{1,2100}?)\\\]|\\\(([^]{1,2100}?)\\\)|\$\$([^]{1,2100}?)\$\$|\$(?=\S)([^$\n]{1,2000}?)(?<=\S)\$(?!\d)|\$ ([^$\n]{1,2000}) \$|(?<!`)(`+)(?!`)([^]{1,2000}?)(?<!`)\6(?!`)|\\([!-/:-@[-`{-~])/g;

/** Stands, with a number, for what is out of reach while signs are taken away. */
const mask = '\uFFFC';

/** Begins a heading until all is done. No content has it: it is no character of a text. */
const headingMark = '\u0001';

/**
 * The text of a question's published Markdown, for finding words and for showing parts of it: not to the last sign what
 * a Markdown parser sees, but in a time that grows with the text's length alone. A formula is
 * written as readers type it.
 *
 * @param {string} markdown
 * @returns {PlainText}
 */
export function plainText(markdown) {
  /** @type {string[]} */
  const kept = [];
  /** @param {string} text */
  const keep = (text) => `${mask}${kept.push(collapse(text)) - 1};`;
  /** @type {(text: string) => string} */
  const restore = (text) => text.replace(/\uFFFC(\d+);/g, (_, number) => restore(kept[Number(number)] ?? ''));

  const masked = bodyOf(markdown)
    .replace(
      fence,
      (_, /** @type {string} */ lead, /** @type {string} */ _run, /** @type {string} */ code) =>
        lead + keep(code),
    )
    .replace(verbatim, (all, /** @type {(string | undefined)[]} */ ...groups) => {
      const [display, inline, dollars, tight, loose, , code, escaped] = groups;
      if (code !== undefined) return keep(code);
      if (escaped !== undefined) return keep(escaped);
      if (loose !== undefined && !/[\\^_={}+<>|]/.test(loose)) return all;
      return keep(formulaText(display ?? inline ?? dollars ?? tight ?? loose ?? ''));
    });
  const lines = restore(plainInline(masked.split('\n').map(plainLine).join('\n'))).split('\n');
  /** @type {string[]} */
  const headings = [];
  const text = lines.map((line) => {
    if (!line.startsWith(headingMark)) return line;
    const heading = line.slice(1);
    headings.push(heading);
    // A heading and the sentence below it do not read as one.
    return /\p{P}\s*$/u.test(heading) ? heading : `${heading}:`;
  });
  return { text: collapse(text.join(' ')), headings: collapse(headings.join(' ')) };
}

/**
 * Without front matter, the question, and the label of the short answer.
 * @param {string} markdown
 */
function bodyOf(markdown) {
  return markdown
    .replaceAll(mask, ' ')
    .replaceAll(headingMark, ' ')
    .replace(/^---\n[^]*?\n---\n/, '')
    .replace(/^\s*# [^\n]*\n\s*(?:> In short: )?/, '');
}

/**
 * A line without what makes it a heading, quote, list item or row of a table.
 * @param {string} line
 */
function plainLine(line) {
  // The line below a table's head, or one across the page.
  if (/^[\s|:*_-]+$/.test(line)) return '';
  const text = line.replace(
    /^[ \t]*(?:(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)*(?:\[[ xX]\][ \t]+)?/,
    '',
  );
  if (/^#{1,6}[ \t]/.test(text)) {
    return (
      headingMark +
      text
        .replace(/^#+/, '')
        .trim()
        .replace(/[ \t]#+$/, '')
    );
  }
  if (text.startsWith('|')) return text.replaceAll('|', ' ');
  return text.replaceAll(' | ', ' ').replace(/^\[[^\]^][^\]]*\]:[ \t]*\S+.*$/, '');
}

const linkOrImage =
  /!?\[([^[\]]*)\]\([ \t]*<?[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+(?:"[^"]*"|'[^']*'))?[ \t]*\)/g;

/**
 * A text without the signs of links, emphasis and line breaks.
 * @param {string} text
 */
function plainInline(text) {
  return (
    text
      // An image may stand in a link.
      .replace(linkOrImage, '$1')
      .replace(linkOrImage, '$1')
      .replace(/\[\^[^[\]]+\]:?/g, '')
      .replace(/\[([^[\]]+)\]\[[^[\]]*\]/g, '$1')
      .replace(/<((?:https?:\/\/|mailto:)[^<>\s]+)>/g, '$1')
      .replace(/<br[ \t]*\/?>/gi, ' ')
      .replace(/<\/?su[bp]>/gi, '')
      .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])([^]{1,500}?)(?<=[^\s_])\1(?![\p{L}\p{N}_])/gu, '$2')
      .replace(/(\*{1,3}|~~)(?=[^\s*])([^]{1,500}?)(?<=\S)\1/g, '$2')
      .replace(/(\*{1,2})(?=[^\s*])([^]{1,500}?)(?<=\S)\1/g, '$2')
      .replace(/&(nbsp|amp|lt|gt|quot);/g, (_, /** @type {string} */ name) => entities[name] ?? ' ')
  );
}

/** @type {Record<string, string>} */
const entities = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** @param {string} text */
function collapse(text) {
  return text.replace(/\s+/g, ' ').trim();
}
