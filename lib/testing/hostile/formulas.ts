import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** TeX that can be set, with signs that would end an attribute, an element or a formula in other formats. */
export const hostileTex: readonly string[] = [
  String.raw`a < b > c`,
  String.raw`\begin{aligned} a &< b \\ c &> d \end{aligned}`,
  String.raw`\text{"><img src=x onerror=alert(1)>}`,
  String.raw`\text{</math><script>alert(1)</script>}`,
  String.raw`\text{</span></p><b>' onload='x" title="y}`,
  String.raw`\text{\&quot;\&lt;b\&gt;\&amp;}`,
  String.raw`\text{]]>--><!--}`,
  String.raw`f'' \text{ is "f" and 'g'}`,
  String.raw`\text{[sound:x.mp3]}`,
  String.raw`{{c1}}_{{x}}`,
  String.raw`\href{javascript:alert(1)}{x} + \url{javascript:alert(1)}`,
  String.raw`\url{"><img src=x onerror=alert(1)>}`,
];

const ofFormulas =
  /^(?:p|span|math|mrow|mi|mn|mo|mtext|mspace|mstyle|mpadded|mphantom|msub|msup|msubsup|mtable|mtr|mtd)$/;

/**
 * The elements that a paragraph with formulas cannot contain, and the attributes that load or run something.
 */
export function intrudersIn(html: string): string[] {
  const read = (node: Nodes): string[] => {
    if (node.type === 'comment') return ['comment'];
    if (!('children' in node)) return [];
    const inner = node.children.flatMap(read);
    if (node.type !== 'element') return inner;
    const active = Object.keys(node.properties).filter((name) => /^(?:on|src|href|title)/i.test(name));
    return [...(ofFormulas.test(node.tagName) ? [] : [node.tagName]), ...active, ...inner];
  };
  return read(fromHtml(html, { fragment: true }));
}
