import { parseArgs } from 'node:util';

import { outFolder, releaseInUse, stepBack, wholeReleases } from '@/lib/release/releases';
import { main } from './main';

main(async () => {
  const { values } = parseArgs({ options: { back: { type: 'boolean', default: false } } });
  const out = outFolder();
  if (values.back) await stepBack(out);
  const inUse = await releaseInUse(out);
  for (const folder of await wholeReleases(out)) console.log(`${folder === inUse ? '*' : ' '} ${folder}`);
});
