/** What stands in a line. */
const inlineNames = /^(?:a|abbr|br?|cite|code|del|em|i|img|input|kbd|math|small|span|strong|su[bp]|time)$/i;

/** A text in which Markdown would find more than its characters: at these places it needs a backslash. */
const signs =
  /\\(?=[!-/:-@[-`{-~])|[`$]|(?<! )\*|\*(?! )|(?<![\p{L}\d])_|_(?![\p{L}\d])|<(?=[a-z/!?])|&(?=#?\w+;)|~(?=~)|\[(?=[^\]]*\][([:])/giu;

/**
 * What is selected as Markdown: formulas as TeX between dollar signs, lists, tables, headings, quotes and code as Markdown
 * writes them. Signs that would mean something there have a backslash. Emphasis and the addresses of links are left out, as
 * browsers leave them out of the text that they copy.
 *
 * @param {Element} part
 */
export function markdownOf(part) {
  return children(part).join('\n\n');
}

/**
 * The blocks in an element; what stands in a line between them is a block, too.
 *
 * @param {Element} parent
 * @returns {string[]}
 */
function children(parent) {
  /** @type {string[]} */
  const made = [];
  let line = '';
  const end = () => {
    const text = line.trim();
    // What begins a line of its own can look like a heading, a quote or an item.
    made.push(text.replace(/^(?=>|(?:[-+]|#{1,6})\s)/, '\\').replace(/^(\d+)(?=[.)]\s)/, '$1\\'));
    line = '';
  };
  for (const child of parent.childNodes) {
    if (child instanceof Element && (!inlineNames.test(child.tagName) || child.matches('.formula'))) {
      end();
      made.push(block(child));
    } else line += inline(child);
  }
  end();
  return made.filter((text) => text !== '');
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
      return children(element).join('\n\n').replace(/^/gm, '> ');
    case 'FIGURE':
    case 'PRE':
      return code(element);
    case 'TABLE':
      return table(element);
  }
  return children(element).join('\n\n');
}

/** @param {Element} element */
function list(element) {
  const gap = element.querySelector('p') ? '\n\n' : '\n';
  const items = Array.from(element.children, (child) => {
    const marker = child instanceof HTMLLIElement && child.value ? `${child.value}. ` : '- ';
    const room = ' '.repeat(marker.length);
    return (
      marker +
      children(child)
        .join(gap)
        .replace(/\n(?=.)/g, `\n${room}`)
    );
  });
  return items.join(gap);
}

/** @param {Element} element */
function code(element) {
  const language = element.querySelector('figcaption')?.textContent.toLowerCase() ?? '';
  const text = (element.querySelector('pre') ?? element).textContent.replace(/\n$/, '');
  const fence = longerThan(text, '```');
  return `${fence}${language}\n${text}\n${fence}`;
}

/** @param {Element} element */
function table(element) {
  const rows = Array.from(element.querySelectorAll('tr'), (row) =>
    Array.from(row.children, (cell) => onLine(cell).replaceAll('|', '\\|')),
  );
  const [first = [], ...others] = rows;
  const rule = first.map(() => '---');
  // A table of Markdown must have a head. It may be empty.
  const withHead = element.querySelector('th')
    ? [first, rule, ...others]
    : [first.map(() => ''), rule, ...rows];
  return withHead.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** @param {Element} element */
function onLine(element) {
  return Array.from(element.childNodes, inline).join('').replace(/\s+/g, ' ').trim();
}

/** @param {Node} node @returns {string} */
function inline(node) {
  if (node instanceof Text) return node.data.replace(/\s+/g, ' ').replace(signs, '\\$&');
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
      // The number of a note, or a part of a word.
      if (node.querySelector('a')) return `[${inner}]`;
      return `<${node.localName}>${inner}</${node.localName}>`;
  }
  return inner;
}

/** @param {string} text */
function codeSpan(text) {
  const fence = longerThan(text, '`');
  const room = /^[` ]|[` ]$/.test(text) ? ' ' : '';
  return fence + room + text + room + fence;
}

/**
 * Backquotes that no run of them in a text can end.
 *
 * @param {string} text
 * @param {string} fence the fewest
 */
function longerThan(text, fence) {
  while (text.includes(fence)) fence += '`';
  return fence;
}

/**
 * The TeX of a formula, in a cell without bars, which would end the cell.
 *
 * @param {Element} element
 */
function texOf(element) {
  const tex = element.getAttribute('data-tex') ?? '';
  if (!element.closest('td, th')) return tex;
  return tex.replace(/\\[^]|\|/g, (found) => ({ '\\|': '\\Vert ', '|': '\\vert ' })[found] ?? found).trim();
}
