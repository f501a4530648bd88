import { parseArgs } from 'node:util';

import { buildSite } from '@/lib/release/build';
import { main } from './main';

main(async () => {
  const { values } = parseArgs({ options: { 'skip-broken': { type: 'boolean', default: false } } });
  await buildSite((line) => {
    console.log(line);
  }, values['skip-broken']);
});
