import type { Catalogue } from './catalogue';
import { contentFolder } from './content-folder';
import { loadCatalogue } from './load';

let loaded: { folder: string; catalogue: Catalogue } | undefined;

/** The catalogue of `CONTENT_DIR`, loaded once per process. Excludes files with errors. */
export function currentCatalogue(): Catalogue {
  const folder = contentFolder();
  if (loaded?.folder !== folder) loaded = { folder, catalogue: loadCatalogue(folder) };
  return loaded.catalogue;
}
