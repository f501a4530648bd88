#!/usr/bin/env bash
# Citation.js 0.8.2 changes works that it writes as RIS or reads from it, without an error. From a DOI whose prefix has two dots,
# which the DOI Handbook allows in its section on syntax, it leaves out the end of the prefix: 10.1000.10/123 becomes 10/123,
# which is the form of a short DOI, so that it may lead to another work. The DOI is cut when RIS is read, too. From names it
# leaves out "van den". Its BibTeX keeps both.
#
# Output seen:
#   ris: 10/123 Berg, Eva
#   bibtex: 10.1000.10/123 van den Berg, Eva
#   read from ris: 10/123 read from bibtex: 10.1000.10/123
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-save @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2 @citation-js/plugin-bibtex@0.8.2
cat >write.mjs <<'JS'
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
const DOI = '10.1000.10/123';
const work = new Cite([
  {
    id: 'work',
    type: 'article-journal',
    title: 'Title',
    author: [{ family: 'Berg', given: 'Eva', 'non-dropping-particle': 'van den' }],
    DOI,
  },
]);
const ris = work.format('ris');
const tag = (name) => new RegExp(`^${name}  - (.*)$`, 'm').exec(ris)[1];
console.log(`ris: ${tag('DO')} ${tag('AU')}`);
const bibtex = work.format('bibtex');
const field = (name) => new RegExp(`\\b${name} = \\{(.*)\\}`).exec(bibtex)[1];
console.log(`bibtex: ${field('doi')} ${field('author')}`);
const doiIn = (text) => new Cite(text).data[0].DOI;
const risText = `TY  - JOUR\nTI  - Title\nDO  - ${DOI}\nER  - \n`;
console.log(`read from ris: ${doiIn(risText)} read from bibtex: ${doiIn(`@article{a, title = {Title}, doi = {${DOI}}}`)}`);
JS
node write.mjs | tee output
diff output - <<'OUT'
ris: 10/123 Berg, Eva
bibtex: 10.1000.10/123 van den Berg, Eva
read from ris: 10/123 read from bibtex: 10.1000.10/123
OUT
