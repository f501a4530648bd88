#!/usr/bin/env bash
# Temml 0.13.5 writes a capital epsilon for \phi within \mathbf and \mathsf, and within \mathit if another letter is beside it,
# without an error. KaTeX 0.19.1 keeps the phi. Of the 42 Greek letters and signs below, only \phi is wrong. A vector
# phi in a lecture becomes another quantity.
#
# Output seen (letters in a font of Unicode are shown as plain ones):
#   letters: 42
#   \mathbf{\phi}: temml Ε katex φ
#   \mathsf{\phi}: temml Ε katex φ
#   \mathit{x\phi}: temml xΕ katex xφ
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-save temml@0.13.5 katex@0.19.1
cat >show.mjs <<'JS'
import katex from 'katex';
import temml from 'temml';
const small =
  'alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa varkappa lambda mu nu xi pi varpi rho ' +
  'varrho sigma varsigma tau upsilon phi varphi chi psi omega';
const large = 'Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega nabla';
const names = `${small} ${large}`.split(' ');
const letters = (mathml) =>
  mathml
    .replace(/<annotation.*?<\/annotation>/s, '')
    .replace(/<[^>]+>/g, '')
    .normalize('NFKC')
    .replace(/\s/g, '');
const ofTemml = (tex) => letters(temml.renderToString(tex, { throwOnError: true, strict: true }));
const ofKatex = (tex) =>
  letters(katex.renderToString(tex, { throwOnError: true, strict: 'error', output: 'mathml' }));
console.log(`letters: ${names.length}`);
for (const [font, before] of [['mathbf', ''], ['mathsf', ''], ['boldsymbol', ''], ['mathit', 'x']]) {
  for (const name of names) {
    const letter = `${before}\\${name}`;
    const tex = `\\${font}{${letter}}`;
    if (ofTemml(tex) !== ofTemml(letter)) console.log(`${tex}: temml ${ofTemml(tex)} katex ${ofKatex(tex)}`);
  }
}
JS
node show.mjs | tee output
diff output - <<'OUT'
letters: 42
\mathbf{\phi}: temml Ε katex φ
\mathsf{\phi}: temml Ε katex φ
\mathit{x\phi}: temml xΕ katex xφ
OUT
