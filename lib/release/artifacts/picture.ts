import { Pictures } from '@/lib/social-image/pictures';
import type { Picture } from '@/lib/social-image/picture';
import type { Made } from './makers';

let opened: Promise<Pictures> | undefined;

/** A social image. */
export async function make(picture: Picture): Promise<Made> {
  opened ??= Pictures.open();
  return { content: await (await opened).png(picture) };
}
