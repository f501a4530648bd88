import type { Catalogue } from './catalogue';
import { contentFolder } from './content-folder';
import { loadCatalogue } from './load';

let loaded: { folder: string; catalogue: Promise<Catalogue> } | undefined;

/** The catalogue of `CONTENT_DIR`, loaded once per process. Excludes files with errors. */
export async function currentCatalogue(): Promise<Catalogue> {
  const folder = contentFolder();
  if (loaded?.folder !== folder) loaded = { folder, catalogue: loadCatalogue(folder) };
  return loaded.catalogue;
}
