import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

import { writePublicData } from '@/lib/export/public-data';
import { main } from './main';

/** Builds the complete site for hosts that run Next.js: data files in `public/`, then `next build`. */
main(async () => {
  console.log(`Wrote ${await writePublicData()} files into public/.`);
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const { status } = spawnSync(process.execPath, [next, 'build'], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
});
