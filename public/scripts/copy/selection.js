/** What is no part of what a page says, although it is shown. */
const passedOver = 'button, select, textarea, svg';

/** Around what is selected in one element, only these say something of it. */
const isWhole = /^(?:[UO]L|TABLE|span|math|#text)$/i;

/** What is something without anything in it. */
const empty = /^(?:[BH]R|IMG|INPUT|T[DH])$/;

/**
 * A copy of what is selected and shown. A formula of which any sign is selected is there as a whole; lists and tables of
 * which more than one item or cell is selected are there with the elements around them, and items with their numbers.
 *
 * @param {Selection} selection
 */
export function selectedPart(selection) {
  const part = document.createElement('div');
  for (let index = 0; index < selection.rangeCount; index += 1) {
    const range = selection.getRangeAt(index);
    if (range.collapsed) continue;
    for (const copy of copied(rootOf(range), range))
      part.append(...(isWhole.test(copy.nodeName) ? [copy] : copy.childNodes));
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
function copied(node, range) {
  if (!range.intersectsNode(node)) return [];
  if (node instanceof Text) {
    const end = node === range.endContainer ? range.endOffset : undefined;
    return [new Text(node.data.slice(node === range.startContainer ? range.startOffset : 0, end))];
  }
  if (!(node instanceof Element) || node.matches(passedOver) || !node.checkVisibility()) return [];
  const copy = copyOf(node, false);
  if (copy instanceof HTMLLIElement && node.parentElement instanceof HTMLOListElement)
    copy.value = node.parentElement.start + Array.from(node.parentElement.children).indexOf(node);
  for (const child of node.childNodes) {
    const children = copied(child, range);
    copy.append(...children);
    // The cells of a row stay in their columns.
    if (children.length === 0 && child instanceof HTMLTableCellElement) copy.append(child.cloneNode());
  }
  if (node.matches('[data-tex]')) return copy.textContent ? formula(node) : [];
  return copy.hasChildNodes() || empty.test(node.tagName) ? [copy] : [];
}

/**
 * A formula without the button on it, and behind it the sign of the sentence that stands in it.
 *
 * @param {Element} element
 */
function formula(element) {
  const copy = copyOf(element, true);
  const sign = copy.querySelector('[data-sign]');
  for (const other of copy.querySelectorAll('button, [data-sign]')) other.remove();
  return [copy, new Text(sign?.textContent ?? '')];
}

/** @param {Element} element @param {boolean} isWhole */
function copyOf(element, isWhole) {
  // A copy is of the same kind, which the type of the method does not say.
  return /** @type {Element} */ (element.cloneNode(isWhole));
}
