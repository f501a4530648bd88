#!/usr/bin/env bash
# In a route that Next.js 16.4.5 builds with Turbopack, its default, createRequire(import.meta.url).resolve('react/package.json')
# gives a number, the module's id in the bundle, though Node.js and the types promise the path of a file. A route that reads a
# file of a package this way works in a script and in tests and fails in the build. Turbopack takes createRequire for its own
# require (https://github.com/vercel/next.js/pull/92153). process.getBuiltinModule('node:module').createRequire, which it does
# not see, gives the path.
#
# Output seen:
#   imported: number, got from process: string, node_modules/react/package.json
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-save next@16.4.5 react@19.3.1 react-dom@19.3.1
mkdir -p app/where
echo 'export default ({ children }) => <html lang="en"><body>{children}</body></html>;' >app/layout.js
cat >app/where/route.js <<'JS'
import { createRequire } from 'node:module';
import { relative } from 'node:path';
export const dynamic = 'force-static';
export function GET() {
  const id = createRequire(import.meta.url).resolve('react/package.json');
  const path = process.getBuiltinModule('node:module').createRequire(import.meta.url).resolve('react/package.json');
  return new Response(`imported: ${typeof id}, got from process: ${typeof path}, ${relative(process.cwd(), path)}\n`);
}
JS
NEXT_TELEMETRY_DISABLED=1 npx next build >log 2>&1 || { cat log; exit 1; }
tee output <.next/server/app/where.body
diff output - <<'OUT'
imported: number, got from process: string, node_modules/react/package.json
OUT
