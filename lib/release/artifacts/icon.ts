import { iconPng, type IconName } from '@/lib/icons';
import type { Made } from './makers';

/** An icon of the site. */
export async function make(name: IconName): Promise<Made> {
  return { content: await iconPng(name) };
}
