import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

import { watch } from 'chokidar';

import { contentFolder } from '@/lib/catalogue/content-folder';
import { checkLibrary } from '@/lib/edit/check';
import { reportProblems, summarize } from '@/lib/edit/report';
import { contentStampFile } from '@/lib/release/content-stamp-alias';
import { prepareMathFont } from '@/lib/release/math-font';
import { main } from './main';

/** Editors save a file in several steps; one change is shown once. */
const settleMilliseconds = 100;

main(async () => {
  const folder = contentFolder();
  await report(folder);
  await Promise.all([stampContent(), prepareMathFont()]);
  let timer: NodeJS.Timeout | undefined;
  // A link may lead to the whole disk.
  watch([folder, resolve('public')], { ignoreInitial: true, followSymlinks: false }).on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      void stampContent().then(() => report(folder));
    }, settleMilliseconds);
  });

  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const child = spawn(process.execPath, [next, 'dev', '--port', process.env.PORT ?? '3000'], {
    env: {
      ...process.env,
      WATCH_CONTENT: '1',
      NEXT_TELEMETRY_DISABLED: '1',
      // What it checks and renders in threads is done by the code of this command, whose version it knows.
      COMMANDS_FOLDER: process.env.COMMANDS_FOLDER,
    },
    stdio: 'inherit',
  });
  child.on('close', (code) => process.exit(code ?? 1));
});

/** A new module in place of the old one: the pages that were made from it are made again. */
function stampContent(): Promise<void> {
  return writeFile(contentStampFile, `export const contentStamp = '${new Date().toISOString()}';\n`);
}

async function report(folder: string): Promise<void> {
  const { problems, count } = await checkLibrary(folder);
  if (problems.length === 0) return;
  console.log(reportProblems(problems, 'text', () => undefined));
  console.log(summarize(problems, count));
}
