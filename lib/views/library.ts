import type { Catalogue } from '@/lib/catalogue/catalogue';
import type { ChangedDays } from '@/lib/catalogue/changed-days';

/** The input of all views, without answers. */
export interface Library {
  catalogue: Catalogue;
  changedDays: ChangedDays;
}
