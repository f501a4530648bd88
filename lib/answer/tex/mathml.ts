import type { Element, ElementContent, Properties, Text } from 'hast';

/**
 * A node of the tree that Temml builds, as far as it is read here. Elements of MathML have a `type`; fragments and what
 * Temml makes of HTML have none; texts have a `text`.
 */
interface TemmlNode {
  type?: unknown;
  text?: unknown;
  attributes?: unknown;
  classes?: unknown;
  style?: unknown;
  children?: unknown;
  /** Of a reference: `#` and the label, of which only letters, digits, `-` and `_` are left. */
  href?: unknown;
}

/** MathML that only presents; what a formula says cannot become a link, a script or a request. */
const elements = new Set(
  (
    'annotation math menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms ' +
    'mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics'
  ).split(' '),
);

/** Besides `class` and `style`, which Temml keeps apart from other attributes. */
const attributes = new Set(
  (
    'accent accentunder columnalign columnlines columnspacing columnspan depth display displaystyle encoding fence ' +
    'form height largeop linethickness lspace mathbackground mathcolor mathsize mathvariant maxsize minsize ' +
    'movablelimits notation rowalign rowlines rowspacing rspace scriptlevel separator stretchy style symmetric ' +
    'voffset width'
  ).split(' '),
);

/**
 * Turns the tree that Temml builds of a formula into a tree of HTML that holds only MathML on the lists above. Of an
 * element that is not on the list, what it holds takes its place. A reference becomes an `a` without an address in an
 * `mtext`, with its label in `dataReference`, and in `dataEquation` whether parentheses belong to it.
 */
export function toMathml(node: unknown): ElementContent[] {
  const nodes: ElementContent[] = [];
  append(node, nodes);
  // Of a formula that is nothing but a reference, Temml gives the link alone.
  const [first] = nodes;
  if (first?.type !== 'element' || first.tagName !== 'mtext') return nodes;
  return [{ type: 'element', tagName: 'math', properties: {}, children: nodes }];
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

/** A text as an HTML parser reads it: without NUL, and every kind of newline alike (HTML, 13.2.3.5). */
function asParsed(text: string): string {
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

/** HTML's width and height are numbers where they can be, and MathML's have the same names. */
function asProperty(name: string, value: string): string | number {
  if ((name !== 'width' && name !== 'height') || value === '') return value;
  const number = Number(value);
  return Number.isNaN(number) ? value : number;
}

/** The name of a CSS property as style sheets have it. */
function hyphenated(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
