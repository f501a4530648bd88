import { spawn } from 'node:child_process';

import { s3Store } from '@/lib/deploy/object-store';
import { uploadRelease } from '@/lib/deploy/upload';
import { parseOptions } from '@/lib/parse-options';
import { outFolder } from '@/lib/release/store/release-folders';
import { UserError } from '@/lib/user-error';
import { main } from './main';

/** Copies the release in use to object storage. */
main(async () => {
  const { values } = parseOptions({ options: { to: { type: 'string' }, purge: { type: 'string' } } });
  if (values.to === undefined)
    throw new UserError('Expected a store: npm run upload -- --to s3://bucket/prefix');
  const { put, remove, purge } = await uploadRelease(s3Store(values.to), outFolder(), async (addresses) => {
    if (values.purge !== undefined) await runWith(values.purge, addresses);
  });
  console.log(`${put.length} objects put, ${remove.length} removed, ${purge.length} addresses to purge.`);
});

/** Runs a command of the user that reads one address per line. */
async function runWith(command: string, lines: readonly string[]): Promise<void> {
  const child = spawn(command, { shell: true, stdio: ['pipe', 'inherit', 'inherit'] });
  // A command may stop reading early; its exit code tells whether it failed.
  child.stdin.on('error', () => undefined);
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0)
    throw new UserError(`The purge command failed (${String(code)}); upload again once it works.`);
}
