#!/usr/bin/env bash
# With throwOnError: false, KaTeX 0.19.1 and Temml 0.13.5 promise to show a wrong formula as text in red. For an unknown kind of
# bond in a chemical formula both throw, and what they throw is no Error but a list of two texts: it comes from mhchem, whose code
# both carry, and neither catches it. "error.message" is undefined, "instanceof Error" is false and there is no stack. For an
# unknown command they keep the promise. A developer of MathJax, which catches the list, explains that it is meant so:
# https://github.com/mathjax/MathJax-src/pull/170
#
# Output seen:
#   katex \ce{A\bond{x}B}: thrown, Error: false, message: undefined, ["MhchemBugT","mhchem bug T. Please report."]
#   temml \ce{A\bond{x}B}: thrown, Error: false, message: undefined, ["MhchemBugT","mhchem bug T. Please report."]
#   katex \nosuch: shown
#   temml \nosuch: shown
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-save katex@0.19.1 temml@0.13.5
cat >try.mjs <<'JS'
import katex from 'katex';
import 'katex/contrib/mhchem';
import temml from 'temml';
for (const formula of ['\\ce{A\\bond{x}B}', '\\nosuch'])
  for (const [name, library] of Object.entries({ katex, temml }))
    try {
      library.renderToString(formula, { throwOnError: false });
      console.log(`${name} ${formula}: shown`);
    } catch (error) {
      const isError = error instanceof Error;
      console.log(`${name} ${formula}: thrown, Error: ${isError}, message: ${error.message}, ${JSON.stringify(error)}`);
    }
JS
node try.mjs | tee output
diff output - <<'OUT'
katex \ce{A\bond{x}B}: thrown, Error: false, message: undefined, ["MhchemBugT","mhchem bug T. Please report."]
temml \ce{A\bond{x}B}: thrown, Error: false, message: undefined, ["MhchemBugT","mhchem bug T. Please report."]
katex \nosuch: shown
temml \nosuch: shown
OUT
