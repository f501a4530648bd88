import { availableParallelism } from 'node:os';

import { measureDecoding, measureRendering } from '@/bench/answers';
import { main } from './main';

main(() => {
  console.log(`Node ${process.version}, ${availableParallelism()} cores`);
  for (const measure of [measureDecoding, measureRendering]) {
    for (const line of measure()) console.log(line);
  }
  return Promise.resolve();
});
