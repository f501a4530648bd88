import { writeFile } from 'node:fs/promises';

import { writeBillOfMaterials } from '@/lib/supply/sbom';
import { main } from './main';

main(async () => {
  const [file = 'sbom.cdx.json'] = process.argv.slice(2);
  await writeFile(file, await writeBillOfMaterials());
  console.log(`Wrote ${file}.`);
});
