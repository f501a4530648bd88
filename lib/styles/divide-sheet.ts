import postcss, { type ChildNode } from 'postcss';
import parseSelectors, { type Selector } from 'postcss-selector-parser';

import type { Need, StylePart } from './needed-styles';

/** Pseudo-classes with selectors as arguments that must match. All others describe a state or an absence. */
const alternatives = new Set([':is', ':where', ':has', ':-webkit-any', ':-moz-any']);

/**
 * Divides a style sheet into rules, each with the names of elements, classes and ids that a page must have
 * for it to match.
 *
 * @param given names that scripts add to pages, without the signs of classes and ids; they count as present
 *   on all pages
 * @throws if the sheet is not valid CSS
 */
export function divideSheet(css: string, given: ReadonlySet<string>): StylePart[] {
  return postcss.parse(css).nodes.flatMap((node) => divide(node, given));
}

function divide(node: ChildNode, given: ReadonlySet<string>): StylePart[] {
  // Only licence comments are kept.
  if (node.type === 'comment') return [{ text: String(node) }];
  if (node.type === 'rule') {
    // Nested rules would match by the names of both.
    const isFlat = node.nodes.every(({ type }) => type === 'decl' || type === 'comment');
    const block = `{${node.nodes.map(String).join(';')}}`;
    if (!isFlat) return [{ text: String(node) }];
    const selectors = parseSelectors().astSync(node.selector).nodes;
    return [
      { selectors: selectors.map((of) => ({ text: String(of).trim(), needs: needsOf(of, given) })), block },
    ];
  }
  if (node.type === 'atrule' && node.name === 'font-face') {
    const family = node.nodes?.find((child) => child.type === 'decl' && child.prop === 'font-family');
    if (family?.type === 'decl') {
      return [{ family: family.value.replace(/^(['"])(.*)\1$/, '$2'), text: String(node) }];
    }
  }
  const groups = ['media', 'supports', 'container', 'layer'];
  if (node.type === 'atrule' && node.nodes && groups.includes(node.name)) {
    const parts = node.nodes.flatMap((child) => divide(child, given));
    const around = `@${node.name} ${node.params}`;
    // Layers do not change fonts. A font with a condition is kept on every page.
    const fonts = parts.filter((part) => 'family' in part);
    if (node.name === 'layer' && fonts.length > 0)
      return [...fonts, { around, parts: parts.filter((part) => !('family' in part)) }];
    // `@media` within a rule contains declarations.
    if (parts.length > 0)
      return [{ around, parts: parts.map((part) => ('family' in part ? { text: part.text } : part)) }];
  }
  return [{ text: `${String(node)}${node.type === 'atrule' && !node.nodes ? ';' : ''}` }];
}

/** The requirements of a selector that the given names do not fulfil. */
function needsOf(selector: Selector, given: ReadonlySet<string>): Need[] {
  const needs: Need[] = [];
  selector.each((part) => {
    if (part.type === 'tag' && !given.has(part.value)) needs.push(part.value);
    if (part.type === 'class' && !given.has(part.value)) needs.push(`.${part.value}`);
    if (part.type === 'id' && !given.has(part.value)) needs.push(`#${part.value}`);
    if (part.type === 'pseudo' && alternatives.has(part.value)) {
      const each = part.nodes.map((alternative) => needsOf(alternative, given));
      if (!each.some((all) => all.length === 0)) needs.push(each);
    }
  });
  return needs;
}
