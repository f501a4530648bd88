#!/usr/bin/env bash
# In the entry points of esbuild 0.28.2, one star in the place of a folder matches nothing: esbuild prints a warning and builds without
# these files when other entry points are there. Two stars match. Shells and other globbing tools take one star for any one folder.
#
# Output seen:
#   apps/*/client.js -> other.js
#   apps/**/client.js -> apps/show/client.js,other.js
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-save esbuild@0.28.2
mkdir -p apps/show
echo 'console.log(1);' | tee apps/show/client.js >other.js
cat >build.mjs <<'JS'
import { build } from 'esbuild';
for (const pattern of ['apps/*/client.js', 'apps/**/client.js']) {
  const { metafile } = await build({
    entryPoints: [`./${pattern}`, './other.js'],
    outdir: 'out',
    bundle: true,
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  console.log(`${pattern} -> ${Object.keys(metafile.inputs).sort().join()}`);
}
JS
node build.mjs | tee output
diff output - <<'OUT'
apps/*/client.js -> other.js
apps/**/client.js -> apps/show/client.js,other.js
OUT
