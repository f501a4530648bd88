import type { Element, ElementContent, Properties, Text } from 'hast';

/**
 * The part of a node of Temml's tree that is read here. MathML elements have a `type`; fragments and HTML
 * elements have none; texts have a `text`.
 */
interface TemmlNode {
  type?: unknown;
  text?: unknown;
  attributes?: unknown;
  classes?: unknown;
  style?: unknown;
  children?: unknown;
  /** For a reference: `#` and the label, reduced to letters, digits, `-` and `_`. */
  href?: unknown;
}

/** Presentation MathML. A formula cannot contain a link, a script or a request. */
const elements = new Set(
  (
    'annotation math menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms ' +
    'mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics'
  ).split(' '),
);

/** In addition to `class` and `style`, which Temml stores separately. */
const attributes = new Set(
  (
    'accent accentunder columnalign columnlines columnspacing columnspan depth display displaystyle encoding fence ' +
    'form height largeop linethickness lspace mathbackground mathcolor mathsize mathvariant maxsize minsize ' +
    'movablelimits notation rowalign rowlines rowspacing rspace scriptlevel separator stretchy style symmetric ' +
    'voffset width'
  ).split(' '),
);

/**
 * Converts Temml's tree to an HTML tree that contains only MathML of the lists above. Any other element is
 * replaced by its content. A reference becomes an `a` without an address in an `mtext`, with its label in
 * `dataReference`, and in `dataEquation` whether it has parentheses.
 */
export function toMathml(node: unknown): ElementContent[] {
  const nodes: ElementContent[] = [];
  append(node, nodes);
  // For a formula that consists only of a reference, Temml returns only the link.
  const [first] = nodes;
  if (first?.type !== 'element' || first.tagName !== 'mtext') return nodes;
  return [{ type: 'element', tagName: 'math', properties: {}, children: nodes }];
}

/** At least the number of elements and texts that {@link toMathml} makes of a tree. */
export function mathmlSizeBound(tree: unknown): number {
  // A reference becomes two elements, and may get a third one around it.
  return 2 * countNodes(tree) + 1;
}

function countNodes(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const { children }: TemmlNode = value;
  if (!Array.isArray(children)) return 1;
  let count = 1;
  for (const child of children as unknown[]) count += countNodes(child);
  return count;
}

function append(value: unknown, siblings: ElementContent[]): void {
  if (typeof value !== 'object' || value === null) return;
  const node: TemmlNode = value;
  if (typeof node.text === 'string') {
    appendText(node.text, siblings);
    return;
  }
  if (typeof node.href === 'string') {
    siblings.push(referenceTo(node.href.slice(1), namesOf(node.classes).includes('tml-eqref')));
    return;
  }
  let children = siblings;
  if (typeof node.type === 'string' && elements.has(node.type)) {
    const element: Element = {
      type: 'element',
      tagName: node.type,
      properties: propertiesOf(node),
      children: [],
    };
    siblings.push(element);
    ({ children } = element);
  }
  if (!Array.isArray(node.children)) return;
  for (const child of node.children as unknown[]) append(child, children);
}

function appendText(value: string, siblings: ElementContent[]): void {
  const text = asParsed(value);
  const last = siblings.at(-1);
  if (last?.type === 'text') last.value += text;
  else if (text !== '') siblings.push({ type: 'text', value: text } satisfies Text);
}

/** Normalizes a text as an HTML parser does: without NUL, and with equal newlines (HTML, 13.2.3.5). */
function asParsed(text: string): string {
  if (!/[\0\r]/.test(text)) return text;
  return text.replaceAll('\0', '').replace(/\r\n?/g, '\n');
}

function propertiesOf({ attributes: given, classes, style }: TemmlNode): Properties {
  const properties: Properties = {};
  for (const [name, value] of entries(given)) {
    if (attributes.has(name)) properties[name] = asProperty(name, value);
  }
  const names = namesOf(classes);
  if (names.length > 0) properties.className = names;
  const declarations = entries(style).map(([name, value]) => `${hyphenated(name)}:${value};`);
  if (declarations.length > 0) properties.style = declarations.join('');
  return properties;
}

function namesOf(classes: unknown): string[] {
  return Array.isArray(classes) ? classes.map(String).filter((name) => name !== '') : [];
}

function referenceTo(label: string, isEquation: boolean): Element {
  const properties: Properties = { dataReference: label, ...(isEquation && { dataEquation: true }) };
  const link: Element = { type: 'element', tagName: 'a', properties, children: [] };
  return { type: 'element', tagName: 'mtext', properties: {}, children: [link] };
}

function entries(value: unknown): [name: string, value: string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([name, of]) => [name, String(of)]);
}

/**
 * HTML properties for width and height are numbers if possible, and MathML attributes have the same names.
 */
function asProperty(name: string, value: string): string | number {
  if ((name !== 'width' && name !== 'height') || value === '') return value;
  const number = Number(value);
  return Number.isNaN(number) ? value : number;
}

/** The name of a CSS property in style sheets. */
function hyphenated(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
