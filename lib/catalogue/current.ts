import { contentStamp } from '@/lib/catalogue/content-stamp';
import type { Catalogue } from './catalogue';
import { contentFolder } from './content-folder';
import { loadCatalogue } from './load';

const loaded = new Map<string, Promise<Catalogue>>();

/**
 * The catalogue of `CONTENT_DIR`, loaded once in a process. Files with errors are not in it: `npm run build` refuses
 * them before it makes a page, `npm run dev` shows the others.
 */
export function currentCatalogue(): Promise<Catalogue> {
  const key = contentFolder() + contentStamp;
  let catalogue = loaded.get(key);
  if (!catalogue) {
    catalogue = loadCatalogue(contentFolder());
    loaded.set(key, catalogue);
  }
  return catalogue;
}
