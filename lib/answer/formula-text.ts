import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';

import { typeset } from './formula';
import { plainText } from './html/plain-text';

/**
 * Converts TeX to one line of Unicode text, for places without formulas. Returns the source if it has a
 * fault.
 */
export function formulaText(tex: string): string {
  const formula = typeset(tex, false);
  if ('fault' in formula) return tex.trim();
  return (
    lineOf(formula.mathml)
      .replace(/[\u{1D400}-\u{1D7FF}]/gu, (styled) => styled.normalize('NFKC'))
      .replace(/\s+/g, ' ')
      .replace(signOfNumber, '$1$2')
      .normalize('NFC')
      // Temml negates the vertical line, which has no composed form.
      .replaceAll('|\u0338', '∤')
      .trim()
  );
}

/** A plus or minus sign without a left operand. */
const signOfNumber = /((?:^|[(=<>≤≥→,]) ?)([+−±]) /gu;

function lineOf(nodes: readonly ElementContent[]): string {
  return nodes.map(textOf).join('');
}

function textOf(node: ElementContent): string {
  if (node.type !== 'element') return plainText(node);
  const [first, second, third] = node.children;
  switch (node.tagName) {
    case 'annotation':
    case 'mphantom':
      return '';
    case 'mspace':
      return node.properties.width === undefined ? '' : ' ';
    case 'mo':
      return operator(node);
    case 'mtext':
      return toString(node);
    case 'mfrac':
      // A fraction without a bar is a binomial coefficient.
      return grouped(first) + (hasBar(node) ? '/' : ' over ') + grouped(second);
    case 'msqrt':
      return `√${parenthesized(lineOf(node.children))}`;
    case 'mroot':
      return rootOf(line(first), line(second));
    case 'msup':
      return scripted(first, undefined, second);
    case 'msub':
      return scripted(first, second, undefined);
    case 'munder':
      return isBrace(second) ? line(first) : stacked(first, second, undefined);
    case 'msubsup':
    case 'munderover':
      return scripted(first, second, third);
    case 'mover':
      return over(first, second);
    case 'menclose':
      return node.properties.notation === 'top'
        ? marked(lineOf(node.children), overline)
        : lineOf(node.children);
    case 'mtable':
      return node.children.map(line).join('; ');
    case 'mtr':
      return node.children.map((cell) => line(cell).replace(signOfNumber, '$1$2')).join(' ');
    default:
      return lineOf(node.children);
  }
}

function hasBar({ properties }: Element): boolean {
  return !/^0(?!\.)/.test(String(properties.lineThickness ?? properties.linethickness ?? ''));
}

/** Operators with space on both sides, as in TeX. */
const spaced = /^[=<>≤≥≈≡∼≃≅∝→←↔⇒⇐⇔↦∈∉⊂⊆⊃⊇+−±]$/u;
const leading = /^[∑∏∫∮⋃⋂]$/u;
const invisible = /[\u2061-\u2064]/g;

function operator(node: Element): string {
  // A negated relation may be two characters.
  const text = plainText(node).replace(invisible, '').normalize('NFC');
  return spaced.test(text.normalize('NFD').replace('\u0338', '')) ? ` ${text} ` : text;
}

/** A line above a text: one over each of its characters. */
const overline = '\u0305';

/** The combining mark of each accent. */
const accents = new Map(
  Object.entries({
    '‾': overline,
    '¯': overline,
    ˆ: '\u0302',
    '^': '\u0302',
    '~': '\u0303',
    '˜': '\u0303',
    '˙': '\u0307',
    '¨': '\u0308',
    '…': '\u20db',
    '→': '\u20d7',
    '←': '\u20d6',
    '↔': '\u20e1',
    '⇀': '\u20d1',
    '↼': '\u20d0',
    ˇ: '\u030c',
    '˘': '\u0306',
    '´': '\u0301',
    '`': '\u0300',
    '˚': '\u030a',
  }),
);

/** A base with an accent, a brace, or a text above it. */
function over(base: ElementContent | undefined, above: ElementContent | undefined): string {
  // Temml adds a space of fixed width above the label of an arrow.
  if (isBrace(above) || isElement(above, 'mspace')) return line(base);
  // The value of `\cancelto` stands above an empty base.
  if (isElement(base, 'mspace')) return `→${line(above)}`;
  const accent = isElement(above, 'mo') ? accents.get(plainText(above)) : undefined;
  return accent === undefined ? stacked(base, undefined, above) : marked(line(base), accent);
}

function marked(text: string, mark: string): string {
  return text.replaceAll(' ', '').replace(/\P{M}\p{M}*/gu, `$&${mark}`);
}

/** A base with texts below and above it. Under a brace, the base is one expression. */
function stacked(
  base: ElementContent | undefined,
  below: ElementContent | undefined,
  above: ElementContent | undefined,
): string {
  const text = base ? textOf(base) : '';
  const isBraced = base?.type === 'element' && isBrace(base.children[1]);
  const scripts = scriptsOf(below, above);
  if (isBraced) return parenthesized(text) + scripts;
  return spacedSign.test(text) ? ` ${text.trim()}${scripts} ` : withScripts(text.trim(), scripts);
}

const spacedSign = /^ \S+ $/u;

function isBrace(node: ElementContent | undefined): boolean {
  return isElement(node, 'mo') && /^[⎴⎵⏜⏝⏞⏟⏠⏡]$/u.test(plainText(node));
}

function isElement(node: ElementContent | undefined, name: string): node is Element {
  return node?.type === 'element' && node.tagName === name;
}

function line(node: ElementContent | undefined): string {
  return node ? textOf(node).trim() : '';
}

function grouped(node: ElementContent | undefined): string {
  return parenthesized(line(node));
}

/** Adds parentheses unless the text is one word or number. */
function parenthesized(text: string): string {
  const trimmed = text.trim();
  return /^√?[\p{L}∞]\p{M}*$|^√?[\p{N}.,]+$|^\([^()]*\)$/u.test(trimmed) ? trimmed : `(${trimmed})`;
}

const superscripts = pairs('0123456789+−-=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ');
const subscripts = pairs('0123456789+−-=()aeoxhklmnpst', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ');

function pairs(plain: string, small: string): ReadonlyMap<string, string> {
  return new Map(Array.from(plain, (character, index) => [character, small.charAt(index)]));
}

function scripted(
  base: ElementContent | undefined,
  below: ElementContent | undefined,
  above: ElementContent | undefined,
): string {
  return withScripts(line(base), scriptsOf(below, above));
}

function scriptsOf(below: ElementContent | undefined, above: ElementContent | undefined): string {
  return (below ? lowered(below) : '') + (above ? raised(above) : '');
}

function withScripts(text: string, scripts: string): string {
  return text + scripts + (leading.test(text) || /^\p{L}{2}/u.test(text) ? ' ' : '');
}

function raised(node: ElementContent): string {
  const text = line(node);
  if (text === '∘') return '°';
  if (/^[′″‴]+$/.test(text)) return text;
  return script(text, superscripts) ?? `^${parenthesized(text.replaceAll(' ', ''))}`;
}

function lowered(node: ElementContent): string {
  const text = line(node);
  return script(text, subscripts) ?? `_${parenthesized(text.replaceAll(' ', ''))}`;
}

function rootOf(text: string, index: string): string {
  return (script(index, superscripts) ?? `${parenthesized(index)}-`) + `√${parenthesized(text)}`;
}

/** A text in superscript or subscript characters, if each of its characters has one. */
function script(text: string, characters: ReadonlyMap<string, string>): string | undefined {
  const letters = Array.from(text.replaceAll(' ', ''));
  const scripts = letters.flatMap((letter) => characters.get(letter) ?? []);
  return scripts.length === letters.length ? scripts.join('') : undefined;
}
