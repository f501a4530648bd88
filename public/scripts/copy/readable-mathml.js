/**
 * An element of MathML, with its attributes as source text, or HTML text.
 *
 * @typedef {{ name: string, attributes: string, children: MathNode[] }} MathElement
 * @typedef {string | MathElement} MathNode
 */

/** Attributes that only this site's pages use. Their values may contain `>`. */
const pageOnlyAttributes = / data-[a-z]+="[^"]*"/g;

/** Operators with space on both sides. */
const spaced = /^(?:[=≠≤≥≈≡∼≃≅∝→←↔⇒⇐⇔⇌↦∈∉⊂⊆⊃⊇+−±∓×÷]|&lt;|&gt;)$/u;
const invisible = /[\u2061-\u2064]/g;

/** Matches an element with a two-dimensional layout, such as a fraction or an index. */
const twoDimensional = /<(?!\/?(?:math|mrow|mstyle|mi|mn|mo|mtext|mspace)\b)/;

const superscripts = mapCharacters('0123456789+−-=()ni′″‴∘', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ′″‴°');
const subscripts = mapCharacters('0123456789+−-=()aeoxhklmnpst', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ');
/** Accents as combining characters that follow the letter. */
const combiningAccents = mapCharacters(
  '→¯‾ˉ^ˆ~˜˙¨',
  '\u20d7\u0305\u0305\u0305\u0302\u0302\u0303\u0303\u0307\u0308',
);

/**
 * @param {string} plain
 * @param {string} others
 */
function mapCharacters(plain, others) {
  const letters = Array.from(others);
  return new Map(Array.from(plain, (letter, rowIndex) => [letter, letters[rowIndex] ?? '']));
}

/**
 * Adds invisible text to a formula, so that it is still readable in a program that removes or ignores the tags
 * of MathML: `x = (−b ± √(b² − 4ac))/(2a)`.
 *
 * @param {string} mathml a `math` element of a rendered answer
 */
export function readableMathml(mathml) {
  const [math] = parse(mathml);
  return math === undefined ? '' : print(math);
}

/**
 * Converts a formula for feeds. A formula without fractions, roots or other two-dimensional layout becomes
 * plain text, such as `E = mc²`. Any other becomes the result of {@link readableMathml}.
 *
 * @param {string} mathml a `math` element of a rendered answer
 */
export function feedFormula(mathml) {
  const readable = readableMathml(mathml);
  return twoDimensional.test(readable) ? readable : textOf(readable).replace(/\s+/g, ' ').trim();
}

/**
 * @param {string} mathml
 * @returns {MathNode[]}
 */
function parse(mathml) {
  /** @type {MathElement} */
  const root = { name: '', attributes: '', children: [] };
  const open = [root];
  for (const [text, end, name, attributes = ''] of mathml.matchAll(
    /<(\/?)([a-z]+)((?: [^\s"=>]+(?:="[^"]*")?)*)>|[^<]+/g,
  )) {
    const parent = open.at(-1) ?? root;
    if (name === undefined) parent.children.push(text);
    else if (end === '/') open.pop();
    else {
      /** @type {MathElement} */
      const element = { name, attributes: attributes.replace(pageOnlyAttributes, ''), children: [] };
      parent.children.push(element);
      open.push(element);
    }
  }
  return root.children;
}

/**
 * @param {MathNode | undefined} node
 * @returns {string}
 */
function print(node) {
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
      return printAccent(node) ?? printScripts(node, first, undefined, second);
    case 'msub':
    case 'munder':
      return printScripts(node, first, second, undefined);
    case 'msubsup':
    case 'munderover':
      return printScripts(node, first, second, third);
    case 'mfrac': {
      const bar = / linethickness="0(?!\.)/.test(attributes) ? ' over ' : '/';
      return element(
        node,
        row(parenthesized(print(first))) + row(hidden(bar) + parenthesized(print(second))),
      );
    }
    case 'msqrt':
      return element(node, hidden('√') + parenthesized(printAll(children)));
    case 'mroot':
      return element(
        node,
        row(parenthesized(print(first))) + row(hidden('^(1/') + print(second) + hidden(')')),
      );
    case 'mtable':
      return element(node, children.map(printRow).join(''));
    default:
      return element(node);
  }
}

/** @param {readonly MathNode[]} nodes */
function printAll(nodes) {
  return nodes.map(print).join('');
}

/** @param {MathElement} node */
function element({ name, attributes, children }, content = printAll(children)) {
  return `<${name}${attributes}>${content}</${name}>`;
}

/** @param {string} content */
function row(content) {
  return `<mrow>${content}</mrow>`;
}

/**
 * Invisible text without width, which appears only if the tags are removed.
 *
 * @param {string} signs
 */
function hidden(signs) {
  return `<mpadded width="0" height="0" depth="0"><mphantom><mtext>${signs}</mtext></mphantom></mpadded>`;
}

/** @param {MathElement} node */
function printOperator(node) {
  const text = printAll(node.children).replace(invisible, '');
  if (text === '') return '';
  const isApart = spaced.test(text) && !node.attributes.includes('form="prefix"');
  return element(node, isApart ? ` ${text} ` : text);
}

/**
 * Letters with a combining accent, if there is one.
 *
 * @param {MathElement} node
 */
function printAccent({ name, children: [base, over] }) {
  const accent = name === 'mover' ? combiningAccents.get(textOf(print(over)).trim()) : undefined;
  const letters = textOf(print(base));
  if (accent === undefined || !/^\p{L}+$/u.test(letters)) return undefined;
  return `<mi>${letters.replace(/./gu, `$&${accent}`)}</mi>`;
}

/**
 * @param {MathElement} node
 * @param {MathNode | undefined} base
 * @param {MathNode | undefined} below
 * @param {MathNode | undefined} over
 */
function printScripts(node, base, below, over) {
  const [low, high] = [printUnlessBlank(below), printUnlessBlank(over)];
  const [subscript, superscript] = [low && script(low, subscripts), high && script(high, superscripts)];
  const isComplete = (low === undefined || subscript) && (high === undefined || superscript);
  if (isComplete) return row(`${print(base)}<mn>${subscript ?? ''}${superscript ?? ''}</mn>`);
  const scripts = [...(low === undefined ? [] : [hidden('_') + parenthesized(low)])];
  if (high !== undefined) scripts.push(hidden('^') + parenthesized(high));
  return element(node, row(print(base)) + scripts.map(row).join(''));
}

/**
 * The markup of a node; undefined if the node has no visible text, as `mspace`.
 *
 * @param {MathNode | undefined} node
 */
function printUnlessBlank(node) {
  const markup = print(node);
  return textOf(markup).trim() === '' ? undefined : markup;
}

/**
 * A text in superscript or subscript characters, if each character has one.
 *
 * @param {string} markup
 * @param {ReadonlyMap<string, string>} characters
 */
function script(markup, characters) {
  const letters = Array.from(textOf(markup).replace(/\s/g, ''));
  const subscript = letters.flatMap((letter) => characters.get(letter) ?? []);
  return subscript.length === letters.length && subscript.length > 0 ? subscript.join('') : undefined;
}

/**
 * Adds parentheses unless the text is one word or number, or already has them.
 *
 * @param {string} markup
 */
function parenthesized(markup) {
  const isOne = /^(?:[\p{L}\p{M}∞]+|[\p{N}.,]+|\([^()]*\))$/u.test(textOf(markup).trim());
  return isOne ? markup : hidden('(') + markup + hidden(')');
}

/**
 * @param {MathNode} node
 * @param {number} rowIndex
 */
function printRow(node, rowIndex) {
  if (typeof node === 'string') return node;
  const cells = node.children.map((cell, column) => {
    if (typeof cell === 'string') return cell;
    const before = column > 0 ? hidden(' ') : rowIndex > 0 ? hidden('; ') : '';
    return element(cell, before + printAll(cell.children));
  });
  return element(node, cells.join(''));
}

/**
 * Removes tags.
 *
 * @param {string} markup
 */
function textOf(markup) {
  return markup
    .replace(/<[^<>]*>/g, '')
    .replace(/[\u{1D400}-\u{1D7FF}]/gu, (styled) => styled.normalize('NFKC'));
}
