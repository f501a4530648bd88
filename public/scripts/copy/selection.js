/** Visible elements that are not part of the text. */
const excludedElements = 'button, select, textarea, svg';

/** If a selection lies in one element of these kinds, the copy includes the element. */
const keptContainers = /^(?:[UO]L|TABLE|span|math|#text)$/i;

/** Elements that have a meaning without content. */
const meaningfulWhenEmpty = /^(?:[BH]R|IMG|INPUT|T[DH])$/;

/**
 * Copies the visible part of a selection. If any character of a formula is selected, the copy has the whole
 * formula. If several items of a list or cells of a table are selected, the copy has the list or table around
 * them. Items keep their numbers.
 *
 * @param {Selection} selection
 */
export function selectedPart(selection) {
  const part = document.createElement('div');
  for (let index = 0; index < selection.rangeCount; index += 1) {
    const range = selection.getRangeAt(index);
    if (range.collapsed) continue;
    for (const copy of copySelected(rootOf(range), range))
      part.append(...(keptContainers.test(copy.nodeName) ? [copy] : copy.childNodes));
  }
  return part;
}

/** @param {Range} range */
function rootOf({ commonAncestorContainer: node }) {
  const element = node instanceof Element ? node : node.parentElement;
  const isInTable = element?.matches('thead, tbody, tr');
  return element?.closest(isInTable ? 'table' : '[data-tex]') ?? element ?? node;
}

/**
 * @param {Node} node
 * @param {Range} range
 * @returns {Node[]}
 */
function copySelected(node, range) {
  if (!range.intersectsNode(node)) return [];
  if (node instanceof Text) {
    const end = node === range.endContainer ? range.endOffset : undefined;
    return [new Text(node.data.slice(node === range.startContainer ? range.startOffset : 0, end))];
  }
  if (!(node instanceof Element) || node.matches(excludedElements) || !node.checkVisibility()) return [];
  const copy = copyOf(node, false);
  if (copy instanceof HTMLLIElement && node.parentElement instanceof HTMLOListElement)
    copy.value = node.parentElement.start + Array.from(node.parentElement.children).indexOf(node);
  for (const child of node.childNodes) {
    const children = copySelected(child, range);
    copy.append(...children);
    // An empty cell keeps the other cells of the row in their columns.
    if (children.length === 0 && child instanceof HTMLTableCellElement) copy.append(child.cloneNode());
  }
  if (node.matches('[data-tex]')) return copy.textContent ? formula(node) : [];
  return copy.hasChildNodes() || meaningfulWhenEmpty.test(node.tagName) ? [copy] : [];
}

/**
 * A copy of a formula without its button, followed by the punctuation mark that was inside it.
 *
 * @param {Element} element
 */
function formula(element) {
  const copy = copyOf(element, true);
  const punctuation = copy.querySelector('[data-sign]');
  for (const other of copy.querySelectorAll('button, [data-sign]')) other.remove();
  return [copy, new Text(punctuation?.textContent ?? '')];
}

/** @param {Element} element @param {boolean} deep whether to copy its descendants */
function copyOf(element, deep) {
  // The type of `cloneNode` does not state that the copy of an element is an element.
  return /** @type {Element} */ (element.cloneNode(deep));
}
