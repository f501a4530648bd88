// Holds the build lock for some time while its event loop is blocked, and prints when it begins and ends.
import { appendFileSync } from 'node:fs';

import { withBuildLock } from '@/lib/release/store/lock';

const [path = '', log = '', milliseconds] = process.argv.slice(2);
process.send?.('started');
await withBuildLock(
  async () => {
    appendFileSync(log, `begin ${process.pid}\n`);
    process.send?.('begun');
    const end = Date.now() + Number(milliseconds);
    while (Date.now() < end);
    appendFileSync(log, `end ${process.pid}\n`);
    await Promise.resolve();
  },
  (line) => process.send?.(line),
  path,
);
process.disconnect();
