import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

import { main } from './main';

main(() => {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const child = spawn(process.execPath, [next, 'dev', ...process.argv.slice(2)], {
    stdio: 'inherit',
    // Threads of the preview run the compiled code of this command, so that they start without a TypeScript
    // loader.
    env: { ...process.env, COMMANDS_FOLDER: process.env.COMMANDS_FOLDER },
  });
  child.on('close', (code) => process.exit(code ?? 1));
});
