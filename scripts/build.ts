import { parseArgs } from 'node:util';

import { buildSite } from '@/lib/release/build';
import { main } from './main';

main(async () => {
  const { values } = parseArgs({ options: { 'skip-broken': { type: 'boolean', default: false } } });
  await buildSite({
    report: (line) => {
      console.log(line);
    },
    skipBroken: values['skip-broken'],
  });
});
