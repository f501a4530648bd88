#!/usr/bin/env bash
# Firefox 153.8 ESR looks for characters that no formula contains, in the font of the formula:
# - U+239B to U+23AD, parts of brackets, for brackets that grow, if the generic family "math" follows the font's name. It does so
#   although the MATH table of the font in use has the larger brackets.
# - U+AF, the macron, for every munder, mover and munderover, even for the limit of a sum.
# - the space, for fractions and operators, while the first file is on its way: it then loads a complete font without
#   unicode-range beside the subset that has every character of the formula.
# So a site that splits a math font by unicode-range sends the complete font to Firefox for most formulas, unless the smallest subset
# has U+AF and the parts of brackets, and the range of the complete font leaves out the space. The formulas look the same either way.
#
# Needs the Debian package firefox-esr or its libraries; the browser itself is downloaded in its pinned version.
#
# Output seen (the files that are downloaded for each formula, of three that the page offers):
#   fraction: small, whole
#   fraction, the whole font without the space: small
#   bracket: rest, small
#   bracket, small font with U+239B-23AD: small
#   sum: rest, small
#   sum, small font with U+AF: small
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-save puppeteer-core@24.43.1 @fontsource/stix-two-math@5.3.0 subset-font@2.9.0
apt-get -qq download firefox-esr=153.8.0esr-1~deb12u1
dpkg -x firefox-esr_*.deb .
cat >show.mjs <<'JS'
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { launch } from 'puppeteer-core';
import subsetFont from 'subset-font';

const font = await readFile('node_modules/@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2');
const smallFont = await subsetFont(font, 'x()∑𝑥⎛⎜⎝¯ ', { targetFormat: 'woff2' });
const small = 'U+20-7E, U+2211, U+1D434-1D467';
const rest = 'U+A0-2FFF';
const x = '<mi>x</mi>';
const fraction = `<mfrac>${x}${x}</mfrac>`;
const bracket = `<mrow><mo fence="true" form="prefix" stretchy="true">(</mo><mfrac><mfrac>${fraction}${fraction}</mfrac>${x}</mfrac></mrow>`;
const sum = `<munderover><mo>∑</mo>${x}${x}</munderover>`;
const cases = {
  fraction: [fraction, small],
  'fraction, the whole font without the space': [fraction, small, 'U+3000-10FFFF'],
  bracket: [bracket, small, 'U+3000-10FFFF'],
  'bracket, small font with U+239B-23AD': [bracket, `${small}, U+239B-23AD`, 'U+3000-10FFFF'],
  sum: [sum, small, 'U+3000-10FFFF'],
  'sum, small font with U+AF': [sum, `${small}, U+AF`, 'U+3000-10FFFF'],
};
const page = ([formula, range, wholeRange]) => {
  const face = (name, characters) =>
    `@font-face { font-family: M; src: url(/${name}.woff2); ${characters ? `unicode-range: ${characters}` : ''} }`;
  const faces = [face('whole', wholeRange), wholeRange ? face('rest', rest) : '', face('small', range)];
  return `<!doctype html><title>Formula</title><style>${faces.join('')} math { font-family: M, math }</style><math display="block">${formula}</math>`;
};
let asked = [];
const server = createServer((request, response) => {
  const name = /(\w+)\.woff2/.exec(request.url)?.[1];
  if (name) asked.push(name);
  response.setHeader('Content-Type', name ? 'font/woff2' : 'text/html; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.end(name === 'small' ? smallFont : name ? font : page(cases[decodeURIComponent(request.url.slice(1))] ?? cases.sum));
});
await new Promise((done) => server.listen(0, done));
for (const name of Object.keys(cases)) {
  // A browser of its own for each formula, so that no font is in its memory.
  const browser = await launch({ browser: 'firefox', executablePath: 'usr/lib/firefox-esr/firefox-esr', headless: true });
  const tab = await browser.newPage();
  asked = [];
  await tab.goto(`http://localhost:${server.address().port}/${encodeURIComponent(name)}`, { waitUntil: 'load' });
  for (const wait of [100, 500]) {
    await tab.evaluate(() => document.fonts.ready.then(() => document.body.offsetHeight));
    await setTimeout(wait);
  }
  console.log(`${name}: ${[...new Set(asked)].sort().join(', ')}`);
  await browser.close();
}
server.close();
JS
node show.mjs | tee output
diff output - <<'OUT'
fraction: small, whole
fraction, the whole font without the space: small
bracket: rest, small
bracket, small font with U+239B-23AD: small
sum: rest, small
sum, small font with U+AF: small
OUT
