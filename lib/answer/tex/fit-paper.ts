import type { Element, ElementContent } from 'hast';

import { mathmlWidth, pointsOfEm } from './mathml-width';

/** Width in em that fits even a small page, also in a list. */
const narrow = 24;

/** Factor for estimated widths. Few formulas are wider than estimated, by up to 7 %. */
const margin = 1.08;

/** Operators before which a line of a displayed formula may begin. */
const breaking = new Set('=+−-±∓×⋅·<>≤≥≦≧≪≫≠≈≡≃≅∼∝∈⊂⊆∪∩∧∨→←↔⇒⇐⇔⟹⟸⟺⟶⟵↦⟼'.split(''));

/**
 * Prepares a formula that may be wider than a printed page. A display formula is divided into rows of terms,
 * between which `app/print.css` allows line breaks. `--w` is the width in em of the widest indivisible part,
 * so that it can be scaled to the page. Other formulas do not change.
 */
export function fitToPaper(nodes: readonly ElementContent[]): ElementContent[] {
  const [math, ...others] = nodes;
  if (math?.type !== 'element' || others.length > 0) return [...nodes];
  const isDisplay = math.properties.display === 'block';
  if (mathmlWidth(math.children, isDisplay) <= narrow) return [math];
  const rows = isDisplay ? divide(math.children) : math.children;
  const width = Math.ceil(margin * Math.max(...rows.map((row) => mathmlWidth([row], isDisplay))));
  const style = `${math.properties.style ?? ''}--w:${width}`;
  return [
    {
      ...math,
      properties: { ...math.properties, ...(width > narrow && { style }) },
      children: width > narrow ? rows.map(inEm) : rows,
    },
  ];
}

/** A copy in which lengths in points become relative to the size of the formula. */
function inEm(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  const { style } = node.properties;
  const properties =
    typeof style === 'string'
      ? {
          ...node.properties,
          style: style.replace(/([\d.]+)pt\b/g, (_, points: string) => pointsToEm(points)),
        }
      : node.properties;
  return { ...node, properties, children: node.children.map(inEm) };
}

function pointsToEm(points: string): string {
  return `${Number((Number(points) / pointsOfEm).toFixed(2))}em`;
}

/** Divides the only row of a formula into several rows. All except the first begin with an operator. */
function divide(children: readonly ElementContent[]): ElementContent[] {
  const [row, ...others] = children;
  if (row?.type !== 'element' || row.tagName !== 'mrow' || others.length > 0) return [...children];
  const rows: Element[] = [];
  for (const child of flatten(row.children)) {
    const last = rows.at(-1);
    if (!last) rows.push(rowOf(child));
    else if (isBreaking(child) && last.children.length > 0) rows.push(rowOf(asInfix(child)));
    else last.children.push(child);
  }
  return rows;
}

/** Removes the brackets around content that is wider than a page, so that it can be divided. */
function flatten(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child) =>
    child.type === 'element' &&
    child.tagName === 'mrow' &&
    Object.keys(child.properties).length === 0 &&
    mathmlWidth([child], true) > 2 * narrow
      ? flatten(child.children)
      : [child],
  );
}

function rowOf(child: ElementContent): Element {
  return { type: 'element', tagName: 'mrow', properties: {}, children: [child] };
}

function isBreaking(node: ElementContent): node is Element {
  if (node.type !== 'element' || node.tagName !== 'mo' || node.properties.form !== undefined) return false;
  const [text, ...others] = node.children;
  return others.length === 0 && text?.type === 'text' && breaking.has(text.value);
}

/** At the beginning of a row, a browser would treat the operator as a prefix (MathML Core, 3.2.4.2). */
function asInfix(operator: Element): Element {
  return { ...operator, properties: { ...operator.properties, form: 'infix' } };
}
