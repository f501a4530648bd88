import { readFile } from 'node:fs/promises';

import { findUnaccepted, listLicences, readLockedPackages } from '@/lib/supply/licences';
import { UserError } from '@/lib/user-error';
import { main } from './main';

main(async () => {
  const packages = readLockedPackages(await readFile('package-lock.json', 'utf8'));
  console.log(listLicences(packages));
  const unaccepted = findUnaccepted(packages).map(
    ({ name, licence }) => `${name}: ${licence ?? 'no licence'}`,
  );
  if (unaccepted.length > 0)
    throw new UserError(`These packages need a manual review:\n${unaccepted.join('\n')}`);
});
