import { resolve } from 'node:path';

import { parseOptions } from '@/lib/parse-options';
import { buildSite } from '@/lib/release/build';
import { parseShard } from '@/lib/release/plan/shard';
import { main } from './main';

main(async () => {
  const { values } = parseOptions({
    options: {
      'skip-broken': { type: 'boolean', default: false },
      compress: { type: 'boolean', default: false },
      shard: { type: 'string' },
      from: { type: 'string' },
    },
  });
  await buildSite({
    report: (line) => {
      console.log(line);
    },
    skipBroken: values['skip-broken'],
    compress: values.compress,
    ...(values.shard !== undefined && { shard: parseShard(values.shard) }),
    ...(values.from !== undefined && { shardsFolder: resolve(values.from) }),
  });
});
