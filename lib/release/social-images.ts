import type { Catalogue } from '@/lib/catalogue/catalogue';
import { Pictures } from '@/lib/social-image/pictures';
import { picturesOf } from '@/lib/social-image/social-image';
import type { Output } from './output';

/** Pictures that stay on disk for every one in use: a few branches, or a second content folder, share the cache. */
const keptForEach = 3;

/** The pictures that are shown where an address of the site is shared: the newest questions', subjects' and its own. */
export async function socialImageOutputs(catalogue: Catalogue): Promise<Output[]> {
  const wanted = picturesOf(catalogue);
  const pictures = await Pictures.open(keptForEach * wanted.size);
  return [...wanted].map(([path, picture]) => ({
    path: path.slice(1),
    key: pictures.keyOf(picture),
    make: () => pictures.png(picture),
  }));
}
