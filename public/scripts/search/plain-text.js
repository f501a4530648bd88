import { formulaText } from './formula-text.js';

/**
 * The text of a question's Markdown without its syntax.
 *
 * @typedef {object} PlainText
 * @property {string} text without the question itself
 * @property {string} headings
 */

/** From an opening fence to its closing one, or to the end. Text before the fence on its line is kept. */
const fence =
  /^([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)(`{3,}|~{3,})[^\n]*\n([^]*?)(?:^[ \t>]*\2[`~]*[ \t]*$|$(?![^]))/gm;

/** Formulas, code and escaped characters. The search for a closing delimiter is limited. */
const verbatim =
  /\\\[([^]{1,2100}?)\\\]|\\\(([^]{1,2100}?)\\\)|\$\$([^]{1,2100}?)\$\$|\$(?=\S)([^$\n]{1,2000}?)(?<=\S)\$(?!\d)|\$ ([^$\n]{1,2000}) \$|(?<!`)(`+)(?!`)([^]{1,2000}?)(?<!`)\6(?!`)|\\([!-/:-@[-`{-~])/g;

/** Placeholder, followed by a number, for text that must not be changed. */
const mask = '\uFFFC';

/** Marks headings during the conversion. Content cannot contain this character. */
const headingMark = '\u0001';

/**
 * Converts a question's Markdown to plain text for searches and excerpts, in linear time. The result is close
 * to that of a Markdown parser, but not identical. Formulas are written as readers type them.
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
    // Separates a heading from the sentence below it.
    return /\p{P}\s*$/u.test(heading) ? heading : `${heading}:`;
  });
  return { text: collapse(text.join(' ')), headings: collapse(headings.join(' ')) };
}

/** Removes front matter, the question, and the label of the short answer. @param {string} markdown */
function bodyOf(markdown) {
  return markdown
    .replaceAll(mask, ' ')
    .replaceAll(headingMark, ' ')
    .replace(/^---\n[^]*?\n---\n/, '')
    .replace(/^\s*# [^\n]*\n\s*(?:> In short: )?/, '');
}

/** Removes the markers of headings, quotes, list items and table rows. @param {string} line */
function plainLine(line) {
  // The delimiter row of a table, or a thematic break.
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

/** Removes the markers of links, emphasis and line breaks. @param {string} text */
function plainInline(text) {
  return (
    text
      // A link may contain an image.
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
  // Skips single spaces, which would be most of the matches.
  return text.replace(/\s{2,}|[^\S ]/g, ' ').trim();
}
