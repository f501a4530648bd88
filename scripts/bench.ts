import { availableParallelism } from 'node:os';

import { measureDecoding, measureRendering } from '@/bench/answers';
import { measureReleases } from '@/bench/releases';
import { measureSearch } from '@/bench/search';
import { measureSocialImages } from '@/bench/social-images';
import { main } from './main';

main(async () => {
  console.log(`Node ${process.version}, ${availableParallelism()} cores`);
  for (const measure of [
    measureDecoding,
    measureRendering,
    measureSocialImages,
    measureSearch,
    measureReleases,
  ]) {
    for (const line of await measure()) console.log(line);
  }
});
