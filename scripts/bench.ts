import { availableParallelism } from 'node:os';

import { measureDecoding, measureRendering } from '@/bench/answers';
import { measureLoad } from '@/bench/load';
import { measureReleases } from '@/bench/releases';
import { measureSearch } from '@/bench/search';
import { measureSocialImages } from '@/bench/social-images';
import { parseOptions } from '@/lib/parse-options';
import { UserError } from '@/lib/user-error';
import { main } from './main';

const measures = new Map<string, () => Promise<string[]> | string[]>([
  ['decoding', measureDecoding],
  ['rendering', measureRendering],
  ['social-images', measureSocialImages],
  ['search', measureSearch],
  ['releases', measureReleases],
  ['load', measureLoad],
]);

/** Prints the figures that are named, or all. */
main(async () => {
  const { positionals } = parseOptions({ allowPositionals: true });
  const unknown = positionals.find((name) => !measures.has(name));
  if (unknown !== undefined) {
    throw new UserError(`"${unknown}" is not measured here; these are: ${[...measures.keys()].join(', ')}.`);
  }
  console.log(`Node ${process.version}, ${availableParallelism()} cores`);
  for (const [name, measure] of measures) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    for (const line of await measure()) console.log(line);
  }
});
