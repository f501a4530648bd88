import { Catalogue } from '@/lib/catalogue/catalogue';
import type { Library } from '@/lib/views/library';
import { askPreview } from './client';

/** The library of the live preview, for lists of all pages such as sitemaps. */
export async function previewLibrary(): Promise<Library> {
  const { entries, names, changedDays } = await askPreview('library', {});
  return { catalogue: new Catalogue(entries, names), changedDays };
}
