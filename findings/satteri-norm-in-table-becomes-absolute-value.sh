#!/usr/bin/env bash
# In a cell of a table, satteri 0.10.5 takes the backslash from "\|" in a formula, and remark-math 6.0.0 with remark-gfm 4.0.1
# leaves it there. Both take it from inline code, and section 4.10 of GFM asks for that in other inline elements, too. TeX reads
# "\|" as a double bar. So the norm of a vector becomes its absolute value, without an error, when a site moves from remark to
# satteri, the default of Astro 7; and with remark, the bar of a conditional probability that was escaped for the table is a
# double one. Outside of tables both leave a formula as it is: in satteri it changes its meaning when it is moved into a table.
# "\Vert" and "\mid" are safe.
#
# Output seen:
#   $\|v\|$ text: remark \|v\| satteri \|v\|
#   $\|v\|$ cell: remark \|v\| satteri |v|
#   $P(A\|B)$ text: remark P(A\|B) satteri P(A\|B)
#   $P(A\|B)$ cell: remark P(A\|B) satteri P(A|B)
#   `P(A\|B)` cell: remark P(A|B) satteri P(A|B)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-save satteri@0.10.5 unified@11.0.5 remark-parse@11.0.0 remark-gfm@4.0.1 remark-math@6.0.0
cat >read.mjs <<'JS'
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { markdownToMdast } from 'satteri';
import { unified } from 'unified';
const remark = unified().use(remarkParse).use(remarkGfm).use(remarkMath);
const wanted = new Set(['inlineMath', 'inlineCode']);
const values = (node) => (wanted.has(node.type) ? node.value : (node.children ?? []).map(values).join(''));
const compare = (name, markdown) =>
  console.log(
    `${name}: remark ${values(remark.parse(markdown))} satteri ${values(markdownToMdast(markdown, { features: { math: true } }))}`,
  );
const cell = (text) => `| head |\n| --- |\n| ${text} |\n`;
for (const formula of ['$\\|v\\|$', '$P(A\\|B)$']) {
  compare(`${formula} text`, formula);
  compare(`${formula} cell`, cell(formula));
}
compare('`P(A\\|B)` cell', cell('`P(A\\|B)`'));
JS
node read.mjs | tee output
diff output - <<'OUT'
$\|v\|$ text: remark \|v\| satteri \|v\|
$\|v\|$ cell: remark \|v\| satteri |v|
$P(A\|B)$ text: remark P(A\|B) satteri P(A\|B)
$P(A\|B)$ cell: remark P(A\|B) satteri P(A|B)
`P(A\|B)` cell: remark P(A|B) satteri P(A|B)
OUT
