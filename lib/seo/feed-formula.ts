/** A node of MathML: HTML text, or an element with its attributes as source text. */
type Node = string | Element;

interface Element {
  name: string;
  attributes: string;
  children: Node[];
}

/** Attributes that only this site's pages use. Their values may contain `>`. */
const ofPages = / data-[a-z]+="[^"]*"/g;

/** Operators with space on both sides. */
const spaced = /^(?:[=≠≤≥≈≡∼≃≅∝→←↔⇒⇐⇔⇌↦∈∉⊂⊆⊃⊇+−±∓×÷]|&lt;|&gt;)$/u;
const invisible = /[\u2061-\u2064]/g;

/** Any element except those that do not change the layout. */
const otherForm = /<(?!\/?(?:math|mrow|mstyle|mi|mn|mo|mtext|mspace)\b)/;

const raised = pairs('0123456789+−-=()ni′″‴∘', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ′″‴°');
const lowered = pairs('0123456789+−-=()aeoxhklmnpst', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ');
/** Accents as combining characters that follow the letter. */
const above = pairs('→¯‾ˉ^ˆ~˜˙¨', '\u20d7\u0305\u0305\u0305\u0302\u0302\u0303\u0303\u0307\u0308');

function pairs(plain: string, others: string): ReadonlyMap<string, string> {
  const letters = Array.from(others);
  return new Map(Array.from(plain, (letter, place) => [letter, letters[place] ?? '']));
}

/**
 * Converts a formula for feeds. A formula such as `E = mc²` becomes plain text. Any other stays MathML with
 * additional invisible text, so that it is still readable without its tags: `x = (−b ± √(b² − 4ac))/(2a)`.
 *
 * @param mathml a `math` element of a rendered answer
 */
export function feedFormula(mathml: string): string {
  const [math] = parse(mathml);
  if (math === undefined) return '';
  const readable = print(math);
  return otherForm.test(readable) ? readable : textOf(readable).replace(/\s+/g, ' ').trim();
}

function parse(mathml: string): Node[] {
  const root: Element = { name: '', attributes: '', children: [] };
  const open = [root];
  for (const [text, end, name, attributes = ''] of mathml.matchAll(
    /<(\/?)([a-z]+)((?: [^\s"=>]+(?:="[^"]*")?)*)>|[^<]+/g,
  )) {
    const parent = open.at(-1) ?? root;
    if (name === undefined) parent.children.push(text);
    else if (end === '/') open.pop();
    else {
      const element = { name, attributes: attributes.replace(ofPages, ''), children: [] };
      parent.children.push(element);
      open.push(element);
    }
  }
  return root.children;
}

function print(node: Node | undefined): string {
  if (node === undefined) return '';
  if (typeof node === 'string') return node;
  const { name, attributes, children } = node;
  const [first, second, third] = children;
  switch (name) {
    case 'annotation':
    case 'mphantom':
      return '';
    case 'mo':
      return printOperator(node);
    case 'mspace':
      // At least as wide as a word space.
      return (
        element(node) + (/ width="(?:0\.1[67]|0?\.[2-9]|[1-9])/.test(attributes) ? '<mtext> </mtext>' : '')
      );
    case 'msup':
    case 'mover':
      return printAccent(node) ?? scripted(node, first, undefined, second);
    case 'msub':
    case 'munder':
      return scripted(node, first, second, undefined);
    case 'msubsup':
    case 'munderover':
      return scripted(node, first, second, third);
    case 'mfrac': {
      const bar = / linethickness="0(?!\.)/.test(attributes) ? ' over ' : '/';
      return element(node, row(grouped(print(first))) + row(hidden(bar) + grouped(print(second))));
    }
    case 'msqrt':
      return element(node, hidden('√') + grouped(printAll(children)));
    case 'mroot':
      return element(node, row(grouped(print(first))) + row(hidden('^(1/') + print(second) + hidden(')')));
    case 'mtable':
      return element(node, children.map(printRow).join(''));
    default:
      return element(node);
  }
}

function printAll(nodes: readonly Node[]): string {
  return nodes.map(print).join('');
}

function element({ name, attributes, children }: Element, content = printAll(children)): string {
  return `<${name}${attributes}>${content}</${name}>`;
}

function row(content: string): string {
  return `<mrow>${content}</mrow>`;
}

/** Invisible text without width, which appears only if the tags are removed. */
function hidden(signs: string): string {
  return `<mpadded width="0" height="0" depth="0"><mphantom><mtext>${signs}</mtext></mphantom></mpadded>`;
}

function printOperator(node: Element): string {
  const text = printAll(node.children).replace(invisible, '');
  if (text === '') return '';
  const isApart = spaced.test(text) && !node.attributes.includes('form="prefix"');
  return element(node, isApart ? ` ${text} ` : text);
}

/** Letters with a combining accent, if there is one. */
function printAccent({ name, children: [base, over] }: Element): string | undefined {
  const sign = name === 'mover' ? above.get(textOf(print(over)).trim()) : undefined;
  const letters = textOf(print(base));
  if (sign === undefined || !/^\p{L}+$/u.test(letters)) return undefined;
  return `<mi>${letters.replace(/./gu, `$&${sign}`)}</mi>`;
}

function scripted(node: Element, base: Node | undefined, below?: Node, over?: Node): string {
  const [low, high] = [printSaid(below), printSaid(over)];
  const [small, smallAbove] = [low && script(low, lowered), high && script(high, raised)];
  const isSaid = (low === undefined || small) && (high === undefined || smallAbove);
  if (isSaid) return row(`${print(base)}<mn>${small ?? ''}${smallAbove ?? ''}</mn>`);
  const scripts = [...(low === undefined ? [] : [hidden('_') + grouped(low)])];
  if (high !== undefined) scripts.push(hidden('^') + grouped(high));
  return element(node, row(print(base)) + scripts.map(row).join(''));
}

/** Undefined for elements that only take space. */
function printSaid(node: Node | undefined): string | undefined {
  const markup = print(node);
  return textOf(markup).trim() === '' ? undefined : markup;
}

/** A text in superscript or subscript characters, if each character has one. */
function script(markup: string, characters: ReadonlyMap<string, string>): string | undefined {
  const letters = Array.from(textOf(markup).replace(/\s/g, ''));
  const small = letters.flatMap((letter) => characters.get(letter) ?? []);
  return small.length === letters.length && small.length > 0 ? small.join('') : undefined;
}

/** Adds parentheses unless the text is one word or number, or already has them. */
function grouped(markup: string): string {
  const isOne = /^(?:[\p{L}\p{M}∞]+|[\p{N}.,]+|\([^()]*\))$/u.test(textOf(markup).trim());
  return isOne ? markup : hidden('(') + markup + hidden(')');
}

function printRow(node: Node, place: number): string {
  if (typeof node === 'string') return node;
  const cells = node.children.map((cell, column) => {
    if (typeof cell === 'string') return cell;
    const before = column > 0 ? hidden(' ') : place > 0 ? hidden('; ') : '';
    return element(cell, before + printAll(cell.children));
  });
  return element(node, cells.join(''));
}

/** Removes tags. */
function textOf(markup: string): string {
  return markup
    .replace(/<[^<>]*>/g, '')
    .replace(/[\u{1D400}-\u{1D7FF}]/gu, (styled) => styled.normalize('NFKC'));
}
