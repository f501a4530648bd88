import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

import { measureDecoding, measureRendering } from '@/bench/answers';
import { measureCheck } from '@/bench/check';
import { measureExports } from '@/bench/exports';
import { measureLoad } from '@/bench/load';
import { readOptions, type BenchOptions } from '@/bench/running/options';
import { measurePreview } from '@/bench/preview';
import { measureReleases } from '@/bench/releases';
import { measureSearch } from '@/bench/search';
import { measureSocialImages } from '@/bench/social-images';
import { measureStart } from '@/bench/start';
import { UserError } from '@/lib/user-error';
import { main } from './main';

const measures = new Map<string, (options: BenchOptions) => Promise<string[]> | string[]>([
  ['decoding', measureDecoding],
  ['rendering', measureRendering],
  ['social-images', measureSocialImages],
  ['search', measureSearch],
  ['releases', measureReleases],
  ['exports', measureExports],
  ['start', measureStart],
  ['check', measureCheck],
  ['preview', measurePreview],
  ['load', measureLoad],
]);

/** Prints the named tables, or all. */
main(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const options = readOptions(folder);
    const unknown = options.names.find((name) => !measures.has(name));
    if (unknown !== undefined) {
      throw new UserError(
        `"${unknown}" is not the name of a table; the names are: ${[...measures.keys()].join(', ')}.`,
      );
    }
    console.log(`Node ${process.version}, ${availableParallelism()} cores`);
    for (const [name, measure] of measures) {
      if (options.names.length > 0 && !options.names.includes(name)) continue;
      for (const line of await measure(options)) console.log(line);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
