#!/usr/bin/env bash
# A program whose main thread does not load @parcel/watcher 2.6.0 can load it in one worker thread only: a second one fails, even
# after the first has ended. A preview that starts a new worker thread to load new code fails then. If the main thread
# loads the package first, each worker thread can load it. Seen with Node.js 20.20.2.
#
# Output seen:
#   main thread without it, thread 1: loaded
#   main thread without it, thread 2: Module did not self-register
#   main thread with it, thread 1: loaded
#   main thread with it, thread 2: loaded
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-save @parcel/watcher@2.6.0
cat >show.mjs <<'JS'
import { once } from 'node:events';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

const isWith = process.argv[2] === 'with';
if (isMainThread) {
  if (isWith) await import('@parcel/watcher');
  for (const number of [1, 2]) {
    const thread = new Worker(new URL(import.meta.url));
    const answer = await once(thread, 'message').then(
      ([text]) => text,
      (error) => error.message.split(':')[0],
    );
    await thread.terminate();
    console.log(`main thread ${isWith ? 'with' : 'without'} it, thread ${number}: ${answer}`);
  }
} else {
  await import('@parcel/watcher');
  parentPort.postMessage('loaded');
}
JS
{
  node show.mjs without
  node show.mjs with
} | tee output
diff output - <<'OUT'
main thread without it, thread 1: loaded
main thread without it, thread 2: Module did not self-register
main thread with it, thread 1: loaded
main thread with it, thread 2: loaded
OUT
