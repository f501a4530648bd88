/**
 * By what Temml 0.13 makes of ϕ in bold, italic and sans-serif fonts: the ϕ of that font. Temml counts the letters of a
 * font from alpha, and comes to a capital epsilon, for ϕ (U+03D5) does not stand among the others.
 */
const phiOfFont = new Map([
  ['\u{1D6E6}', '\u{1D6DF}'],
  ['\u{1D720}', '\u{1D719}'],
  ['\u{1D794}', '\u{1D78D}'],
]);

const asPhi = /[\u{1D6E6}\u{1D720}\u{1D794}]/gu;
const phi = /\\phi(?![A-Za-z])|ϕ/;

/** Puts ϕ in the tree that Temml builds of TeX where another letter stands for it. */
export function mendPhi(tree: unknown, tex: string): void {
  if (phi.test(tex)) mend(tree);
}

function mend(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  if ('text' in node && typeof node.text === 'string')
    node.text = node.text.replace(asPhi, (letter) => phiOfFont.get(letter) ?? letter);
  if ('children' in node && Array.isArray(node.children)) node.children.forEach(mend);
}
