import type { Catalogue } from './catalogue';
import { contentFolder } from './content-folder';
import { contentVersion } from './content-watch';
import { loadCatalogue } from './load';

let loaded: { key: string; catalogue: Promise<Catalogue> } | undefined;

/**
 * The catalogue of `CONTENT_DIR`, loaded once in a process and, in the live preview, again after every change. Files with
 * errors are not in it.
 */
export async function currentCatalogue(): Promise<Catalogue> {
  const key = `${await contentVersion()} ${contentFolder()}`;
  if (loaded?.key !== key) loaded = { key, catalogue: loadCatalogue(contentFolder()) };
  return loaded.catalogue;
}
