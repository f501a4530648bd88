#!/usr/bin/env bash
# sirv 3.0.2 answers the request for the first byte of a file, "Range: bytes=0-0", with the whole file under status 206: the end 0 is
# falsy and counts as missing. RFC 9110, section 14.1.2, asks for one byte. Download managers and video players send this request to
# learn a file's size. "bytes=1-1" is answered right.
#
# Output seen for a file of ten bytes:
#   bytes=0-0: 206, 10 bytes, content-range bytes 0-9/10
#   bytes=1-1: 206, 1 bytes, content-range bytes 1-1/10
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-save sirv@3.0.2
mkdir public
printf 0123456789 >public/a.txt
cat >ask.mjs <<'JS'
import { createServer } from 'node:http';
import sirv from 'sirv';
const server = createServer(sirv('public'));
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
for (const range of ['bytes=0-0', 'bytes=1-1']) {
  const response = await fetch(`http://127.0.0.1:${server.address().port}/a.txt`, { headers: { range } });
  const { byteLength } = await response.arrayBuffer();
  console.log(`${range}: ${response.status}, ${byteLength} bytes, content-range ${response.headers.get('content-range')}`);
}
server.close();
JS
node ask.mjs | tee output
diff output - <<'OUT'
bytes=0-0: 206, 10 bytes, content-range bytes 0-9/10
bytes=1-1: 206, 1 bytes, content-range bytes 1-1/10
OUT
