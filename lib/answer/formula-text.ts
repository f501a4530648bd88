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
  return lineOf(formula.mathml)
    .replace(/[\u{1D400}-\u{1D7FF}]/gu, (styled) => styled.normalize('NFKC'))
    .replace(/\s+/g, ' ')
    .replace(signOfNumber, '$1$2')
    .trim();
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
      return (script(second, superscripts) ?? `${grouped(second)}-`) + `√${grouped(first)}`;
    case 'msup':
      return scripted(first, undefined, second);
    case 'msub':
    case 'munder':
      return scripted(first, second, undefined);
    case 'msubsup':
    case 'munderover':
      return scripted(first, second, third);
    case 'mover':
      // An arrow or a bar above a letter is left out.
      return line(first);
    case 'mtable':
      return node.children.map(line).join('; ');
    case 'mtr':
      return node.children.map(line).join(' ');
    default:
      return lineOf(node.children);
  }
}

function hasBar({ properties }: Element): boolean {
  return !/^0(?!\.)/.test(String(properties.lineThickness ?? properties.linethickness ?? ''));
}

/** Operators with space on both sides, as in TeX. */
const spaced = /^[=≠<>≤≥≈≡∼≃≅∝→←↔⇒⇐⇔↦∈∉⊂⊆⊃⊇+−±]$/u;
const leading = /^[∑∏∫∮⋃⋂]$/u;
const invisible = /[\u2061-\u2064]/g;

function operator(node: Element): string {
  const text = plainText(node).replace(invisible, '');
  return spaced.test(text) ? ` ${text} ` : text;
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
  return /^√?[\p{L}\p{M}∞]$|^√?[\p{N}.,]+$|^\([^()]*\)$/u.test(trimmed) ? trimmed : `(${trimmed})`;
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
  const text = line(base);
  const scripts = (below ? lowered(below) : '') + (above ? raised(above) : '');
  return text + scripts + (leading.test(text) || /^\p{L}{2}/u.test(text) ? ' ' : '');
}

function raised(node: ElementContent): string {
  const text = line(node);
  if (text === '∘') return '°';
  if (/^[′″‴]+$/.test(text)) return text;
  return script(node, superscripts) ?? `^${parenthesized(text.replaceAll(' ', ''))}`;
}

function lowered(node: ElementContent): string {
  return script(node, subscripts) ?? `_${parenthesized(line(node).replaceAll(' ', ''))}`;
}

/** A text in superscript or subscript characters, if each of its characters has one. */
function script(
  node: ElementContent | undefined,
  characters: ReadonlyMap<string, string>,
): string | undefined {
  const letters = Array.from(line(node).replaceAll(' ', ''));
  const scripts = letters.flatMap((letter) => characters.get(letter) ?? []);
  return scripts.length === letters.length ? scripts.join('') : undefined;
}
