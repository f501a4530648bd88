import type { Library } from '@/lib/views/library';
import { Catalogue } from '@/lib/catalogue/catalogue';
import { askPreview } from './client';

/** The library as the live preview knows it, for what lists all of it, such as sitemaps. */
export async function previewLibrary(): Promise<Library> {
  const { entries, names, changedDays } = await askPreview('library', {});
  return { catalogue: new Catalogue(entries, names), changedDays };
}
