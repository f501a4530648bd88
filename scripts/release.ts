import { parseOptions } from '@/lib/parse-options';
import { changesBetween } from '@/lib/release/changes';
import {
  outFolder,
  releaseBefore,
  releaseInUse,
  stepBack,
  finishedReleases,
} from '@/lib/release/store/release-folders';
import { UserError } from '@/lib/user-error';
import { main } from './main';

main(async () => {
  const { values } = parseOptions({
    options: { back: { type: 'boolean', default: false }, changes: { type: 'boolean', default: false } },
  });
  const out = outFolder();
  if (values.back) await stepBack(out);
  const inUse = await releaseInUse(out);
  if (values.changes) {
    if (inUse === undefined) throw new UserError(`There is no release in ${out} yet: npm run build`);
    console.log(JSON.stringify(await changesBetween(await releaseBefore(out), inUse), undefined, 2));
  } else {
    for (const folder of await finishedReleases(out))
      console.log(`${folder === inUse ? '*' : ' '} ${folder}`);
  }
});
