#!/usr/bin/env bash
# Indented code right below a quote or a list becomes two blocks of code in micromark 4.0.3, the parser of remark and
# react-markdown, and in satteri 0.10.5, the parser of Astro 7: the first line of the code stands alone. This happens when the
# quote ends with a heading, a rule, code or HTML, not with a paragraph; in satteri also below a heading that ends a list. Section
# 4.4 of CommonMark 0.31.2 makes one block of lines that are indented by four spaces and follow each other; its reference parser
# commonmark.js 0.31.2, markdown-it and marked do so. micromark passes all 652 examples of the specification: none has two lines
# of code there. A comparison of the two parsers, one in JavaScript and one in Rust, shows no difference for quotes.
#
# Output seen:
#   a heading: commonmark 1 micromark 2 satteri 2
#   a rule: commonmark 1 micromark 2 satteri 2
#   a list with a heading: commonmark 1 micromark 2 satteri 2
#   a heading that ends a list: commonmark 1 micromark 1 satteri 2
#   a paragraph and an empty line: commonmark 1 micromark 1 satteri 1
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-save commonmark@0.31.2 micromark@4.0.3 micromark-core-commonmark@2.0.3 satteri@0.10.5
cat >count.mjs <<'JS'
import { HtmlRenderer, Parser } from 'commonmark';
import { micromark } from 'micromark';
import { markdownToHtml } from 'satteri';
const code = '    while true:\n        work()\n    end()\n';
const above = {
  'a heading': '> # Loop\n',
  'a rule': '> ***\n',
  'a list with a heading': '100000. # Loop\n',
  'a heading that ends a list': '- item\n# Loop\n',
  'a paragraph and an empty line': '> Loop\n\n',
};
const parsers = {
  commonmark: (text) => new HtmlRenderer().render(new Parser().parse(text)),
  micromark: (text) => micromark(text),
  satteri: (text) => markdownToHtml(text).html,
};
for (const [name, start] of Object.entries(above)) {
  const counts = Object.entries(parsers).map(([parser, html]) => `${parser} ${html(start + code).split('<pre>').length - 1}`);
  console.log(`${name}: ${counts.join(' ')}`);
}
JS
node count.mjs | tee output
diff output - <<'OUT'
a heading: commonmark 1 micromark 2 satteri 2
a rule: commonmark 1 micromark 2 satteri 2
a list with a heading: commonmark 1 micromark 2 satteri 2
a heading that ends a list: commonmark 1 micromark 1 satteri 2
a paragraph and an empty line: commonmark 1 micromark 1 satteri 1
OUT
