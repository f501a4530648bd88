#!/usr/bin/env bash
# When several processes find a stale lock of proper-lockfile 4.1.2 at the same time, two of them can get it. Each looks at the lock,
# removes it and makes its own: a process that looked before removes the new lock of another. The package is often used so that one
# build at a time runs after a crash.
#
# Output seen: "two owners in round 1 of 300" (the round differs from run to run).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-save proper-lockfile@4.1.2
cat >take.mjs <<'JS'
import { setTimeout } from 'node:timers/promises';
import lockfile from 'proper-lockfile';
const [, , start] = process.argv;
while (Date.now() < Number(start));
try {
  await lockfile.lock('file', { stale: 2000, retries: 0, realpath: false, onCompromised: () => undefined });
  console.log('owner');
  await setTimeout(300);
} catch (error) {
  if (error.code !== 'ELOCKED' && error.code !== 'ENOENT') throw error;
}
process.exit(0);
JS
cat >rounds.mjs <<'JS'
import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, utimesSync } from 'node:fs';
import { promisify } from 'node:util';
const run = promisify(execFile);
const rounds = 300;
for (let round = 1; round <= rounds; round += 1) {
  rmSync('file.lock', { recursive: true, force: true });
  mkdirSync('file.lock');
  utimesSync('file.lock', 1, 1);
  const start = String(Date.now() + 700);
  const all = await Promise.all([1, 2, 3, 4].map(() => run(process.execPath, ['take.mjs', start])));
  const owners = all.filter(({ stdout }) => stdout.includes('owner')).length;
  if (owners > 1) {
    console.log(`two owners in round ${round} of ${rounds}`);
    process.exit(0);
  }
}
console.log(`one owner in each of ${rounds} rounds`);
process.exit(1);
JS
touch file
node rounds.mjs
