/** Names of inline elements. */
const inlineNames = /^(?:a|abbr|br?|cite|code|del|em|i|img|input|kbd|math|small|span|strong|su[bp]|time)$/i;

/** Matches characters that need a backslash in Markdown. */
const syntaxCharacters =
  /\\(?=[!-/:-@[-`{-~])|[`$]|(?<! )\*|\*(?! )|(?<![\p{L}\d])_|_(?![\p{L}\d])|<(?=[a-z/!?])|&(?=#?\w+;)|~(?=~)|\[(?=[^\]]*\][([:])/giu;

/**
 * Converts a selection to Markdown: formulas become TeX between dollar signs; lists, tables, headings, quotes
 * and code keep their structure. Characters that Markdown would read as syntax get a backslash. Emphasis and
 * the addresses of links are left out, as in the text that browsers copy.
 *
 * @param {Element} part
 */
export function markdownOf(part) {
  return blocksOf(part).join('\n\n');
}

/**
 * The blocks in an element. Inline content between two blocks is a block, too.
 *
 * @param {Element} parent
 * @returns {string[]}
 */
function blocksOf(parent) {
  /** @type {string[]} */
  const blocks = [];
  let line = '';
  const endParagraph = () => {
    const text = line.trim();
    // At the beginning of a block, a text can look like a heading, a quote or a list item.
    blocks.push(text.replace(/^(?=>|(?:[-+]|#{1,6})\s)/, '\\').replace(/^(\d+)(?=[.)]\s)/, '$1\\'));
    line = '';
  };
  for (const child of parent.childNodes) {
    if (child instanceof Element && (!inlineNames.test(child.tagName) || child.matches('.formula'))) {
      endParagraph();
      blocks.push(block(child));
    } else line += inline(child);
  }
  endParagraph();
  return blocks.filter((text) => text !== '');
}

/** @param {Element} element @returns {string} */
function block(element) {
  const { tagName } = element;
  if (element.matches('.formula')) return `$$\n${texOf(element)}\n$$`;
  if (/^H[1-6]$/.test(tagName)) return `${'#'.repeat(Number(tagName[1]))} ${onLine(element)}`;
  switch (tagName) {
    case 'HR':
      return '---';
    case 'UL':
    case 'OL':
      return list(element);
    case 'BLOCKQUOTE':
      return blocksOf(element).join('\n\n').replace(/^/gm, '> ');
    case 'FIGURE':
    case 'PRE':
      return code(element);
    case 'TABLE':
      return table(element);
  }
  return blocksOf(element).join('\n\n');
}

/** @param {Element} element */
function list(element) {
  const gap = element.querySelector('p') ? '\n\n' : '\n';
  const items = Array.from(element.children, (child) => {
    const marker = child instanceof HTMLLIElement && child.value ? `${child.value}. ` : '- ';
    const indent = ' '.repeat(marker.length);
    return (
      marker +
      blocksOf(child)
        .join(gap)
        .replace(/\n(?=.)/g, `\n${indent}`)
    );
  });
  return items.join(gap);
}

/** @param {Element} element */
function code(element) {
  const language = element.querySelector('figcaption')?.textContent.toLowerCase() ?? '';
  const text = (element.querySelector('pre') ?? element).textContent.replace(/\n$/, '');
  const fence = fenceFor(text, '```');
  return `${fence}${language}\n${text}\n${fence}`;
}

/** @param {Element} element */
function table(element) {
  const rows = Array.from(element.querySelectorAll('tr'), (row) =>
    Array.from(row.children, (cell) => onLine(cell).replaceAll('|', '\\|')),
  );
  const [first = [], ...others] = rows;
  const delimiterRow = first.map(() => '---');
  // In Markdown, a table must have a header row, which may be empty.
  const withHead = element.querySelector('th')
    ? [first, delimiterRow, ...others]
    : [first.map(() => ''), delimiterRow, ...rows];
  return withHead.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** @param {Element} element */
function onLine(element) {
  return Array.from(element.childNodes, inline).join('').replace(/\s+/g, ' ').trim();
}

/** @param {Node} node @returns {string} */
function inline(node) {
  if (node instanceof Text) return node.data.replace(/\s+/g, ' ').replace(syntaxCharacters, '\\$&');
  if (!(node instanceof Element)) return '';
  if (node.matches('[data-tex]')) {
    const dollars = node.matches('.formula') ? '$$' : '$';
    return dollars + texOf(node) + dollars;
  }
  if (node instanceof HTMLImageElement) return `![${node.alt}](${node.src})`;
  if (node instanceof HTMLInputElement) return node.checked ? '[x]' : '[ ]';
  const inner = Array.from(node.childNodes, inline).join('');
  switch (node.tagName) {
    case 'BR':
      return '  \n';
    case 'CODE':
      return codeSpan(node.textContent);
    case 'SUP':
    case 'SUB':
      // With a link it is the number of a footnote, otherwise part of a word.
      if (node.querySelector('a')) return `[${inner}]`;
      return `<${node.localName}>${inner}</${node.localName}>`;
  }
  return inner;
}

/** @param {string} text */
function codeSpan(text) {
  const fence = fenceFor(text, '`');
  const padding = /^[` ]|[` ]$/.test(text) ? ' ' : '';
  return fence + padding + text + padding + fence;
}

/**
 * A run of backticks that a text does not contain.
 *
 * @param {string} text
 * @param {string} fence the shortest possible run
 */
function fenceFor(text, fence) {
  while (text.includes(fence)) fence += '`';
  return fence;
}

/**
 * The TeX of a formula. In a table cell, commands replace pipes, because a pipe would end the cell.
 *
 * @param {Element} element
 */
function texOf(element) {
  const tex = element.getAttribute('data-tex') ?? '';
  if (!element.closest('td, th')) return tex;
  return tex.replace(/\\[^]|\|/g, (found) => ({ '\\|': '\\Vert ', '|': '\\vert ' })[found] ?? found).trim();
}
