import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { contentFolder, displayPath } from '@/lib/catalogue/content-folder';
import { loadCatalogue } from '@/lib/catalogue/load';
import { readSubjectNames } from '@/lib/catalogue/subjects';
import { planMove } from '@/lib/edit/move';
import { UserError } from '@/lib/user-error';
import { main } from './main';

main(async () => {
  // Not parsed as options, because a slug may begin with a hyphen.
  const [oldName, newName, ...others] = process.argv.slice(2).filter((argument) => argument !== '--');
  if (oldName === undefined || newName === undefined || others.length > 0) {
    throw new UserError(
      'Expected two arguments: npm run move -- <old address or slug> <new address or slug>',
    );
  }
  const folder = contentFolder();
  const catalogue = loadCatalogue(folder);
  const { names } = readSubjectNames(folder);
  const { moved, writes, remove } = await planMove(folder, { oldName, newName }, catalogue, names);
  for (const [path, text] of writes) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
    console.log(`Wrote ${displayPath(folder, path)}`);
  }
  for (const path of remove) await rm(join(folder, path));
  for (const [from, to] of moved) {
    console.log(`Moved ${from} to ${to}; the old address is redirected.`);
  }
});
