import type { Catalogue } from '@/lib/catalogue/catalogue';
import type { ChangedDays } from '@/lib/catalogue/changed-days';

/** All that pages are made of, but the answers. */
export interface Library {
  catalogue: Catalogue;
  changedDays: ChangedDays;
}
