/**
 * For each letter that Temml 0.13 shows in place of ϕ in a bold, italic or sans-serif font, the ϕ of that
 * font. Temml computes letters of a font as offsets from alpha. ϕ (U+03D5) is not in that sequence, so the
 * result is a capital epsilon.
 */
const phiOfFont = new Map([
  ['\u{1D6E6}', '\u{1D6DF}'],
  ['\u{1D720}', '\u{1D719}'],
  ['\u{1D794}', '\u{1D78D}'],
]);

const asPhi = /[\u{1D6E6}\u{1D720}\u{1D794}]/gu;
const phi = /\\phi(?![A-Za-z])|ϕ/;

/** Replaces these letters in the tree that Temml builds, at the places where the TeX has ϕ. */
export function fixPhi(tree: unknown, tex: string): void {
  if (phi.test(tex)) fix(tree);
}

function fix(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  if ('text' in node && typeof node.text === 'string')
    node.text = node.text.replace(asPhi, (letter) => phiOfFont.get(letter) ?? letter);
  if ('children' in node && Array.isArray(node.children)) node.children.forEach(fix);
}
