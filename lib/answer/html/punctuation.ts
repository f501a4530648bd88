import type { Element, ElementContent, Root } from 'hast';

/** Signs that must not begin a line, and signs that must not end one. */
const closing = /^[,.;:!?)\]}”’»…%]+/;
const opening = /[([{“‘«]+$/;

const joinedClass = ['joined'];

/**
 * Prevents line breaks between an inline formula and adjacent punctuation. Otherwise a browser might begin
 * the next line with a comma.
 *
 * If the formula has several parts between which a line may break, the punctuation is moved into the last
 * part. It is marked there, because it does not belong to the formula.
 */
export function joinPunctuation(parent: Root | Element): void {
  for (const child of parent.children) {
    if (child.type !== 'element' || child.tagName === 'math') continue;
    joinPunctuation(child);
    if (child.children.some(isInLine)) child.children = joinIn(child.children);
  }
}

function isInLine(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'math' && node.properties.display !== 'block';
}

function joinIn(children: readonly ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = [];
  let taken = 0;
  children.forEach((child, index) => {
    if (child.type === 'text') {
      joined.push({ type: 'text', value: child.value.slice(taken) });
      taken = 0;
      return;
    }
    if (!isInLine(child)) {
      joined.push(child);
      return;
    }
    const next = children[index + 1];
    const [after = ''] = (next?.type === 'text' ? closing.exec(next.value) : undefined) ?? [];
    taken = after.length;
    if (child.children.length > 1) joined.push(after === '' ? child : withSign(child, after));
    else joined.push(...unbroken(joined, child, after));
  });
  return joined.filter((node) => node.type !== 'text' || node.value !== '');
}

/** An unbreakable formula with its punctuation, which is removed from the text before it. */
function unbroken(before: ElementContent[], formula: Element, after: string): ElementContent[] {
  const last = before.at(-1);
  const [sign = ''] = (last?.type === 'text' ? opening.exec(last.value) : undefined) ?? [];
  if (sign === '' && after === '') return [formula];
  if (last?.type === 'text' && sign !== '') {
    before[before.length - 1] = { type: 'text', value: last.value.slice(0, -sign.length) };
  }
  const text = (value: string): ElementContent[] => (value === '' ? [] : [{ type: 'text', value }]);
  return [
    {
      type: 'element',
      tagName: 'span',
      properties: { className: joinedClass },
      children: [...text(sign), formula, ...text(after)],
    },
  ];
}

function withSign(formula: Element, value: string): Element {
  const sign: Element = {
    type: 'element',
    tagName: 'mtext',
    properties: { dataSign: '' },
    children: [{ type: 'text', value }],
  };
  const last = formula.children.at(-1);
  const children =
    last?.type === 'element' && last.tagName === 'mrow'
      ? [...formula.children.slice(0, -1), { ...last, children: [...last.children, sign] }]
      : [...formula.children, sign];
  return { ...formula, children };
}
