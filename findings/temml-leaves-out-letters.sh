#!/usr/bin/env bash
# Temml 0.13.5 leaves out letters of formulas without an error, where KaTeX 0.19.1 shows all: it keeps only the first character of
# "mod" and of groups like \mathord{1,000} within a font, and of groups in \mathopen or \mathrel that begin with a capital Greek
# letter. "a mod b" in bold becomes "a m b", and 1,000 becomes 1. Nothing tells a program that converts many formulas.
#
# Output seen (letters in a font of Unicode are shown as plain ones):
#   \mathbf{a \bmod b}: temml amb katex amodb
#   \mathsf{\mathord{1,000}}: temml 1 katex 1,000
#   \mathbf{\mathrel{ab}}: temml a katex ab
#   \mathopen{\Omega a}: temml Ω katex Ωa
#   \mathrel{\Delta x}: temml Δ katex Δx
#   a \bmod b: temml amodb katex amodb
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-save temml@0.13.5 katex@0.19.1
cat >show.mjs <<'JS'
import katex from 'katex';
import temml from 'temml';
const letters = (mathml) =>
  mathml
    .replace(/<annotation.*?<\/annotation>/s, '')
    .replace(/<[^>]+>/g, '')
    .normalize('NFKC')
    .replace(/[\s\u2061-\u2064]/g, '');
const formulas = [
  '\\mathbf{a \\bmod b}',
  '\\mathsf{\\mathord{1,000}}',
  '\\mathbf{\\mathrel{ab}}',
  '\\mathopen{\\Omega a}',
  '\\mathrel{\\Delta x}',
  'a \\bmod b',
];
for (const formula of formulas) {
  const ofTemml = temml.renderToString(formula, { throwOnError: true, strict: true });
  const ofKatex = katex.renderToString(formula, { throwOnError: true, strict: 'error', output: 'mathml' });
  console.log(`${formula}: temml ${letters(ofTemml)} katex ${letters(ofKatex)}`);
}
JS
node show.mjs | tee output
diff output - <<'OUT'
\mathbf{a \bmod b}: temml amb katex amodb
\mathsf{\mathord{1,000}}: temml 1 katex 1,000
\mathbf{\mathrel{ab}}: temml a katex ab
\mathopen{\Omega a}: temml Ω katex Ωa
\mathrel{\Delta x}: temml Δ katex Δx
a \bmod b: temml amodb katex amodb
OUT
