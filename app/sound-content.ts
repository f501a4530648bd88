import { contentFolder } from '@/lib/catalogue/content-folder';
import { checkLibrary } from '@/lib/edit/check';
import { refuseBroken } from '@/lib/edit/refuse-broken';

let checked: Promise<void> | undefined;

/**
 * Checks the content once, before a build lists the pages of any route; the live preview shows what is wrong instead.
 *
 * @throws UserError naming every error of the content
 */
export function requireSoundContent(): Promise<void> {
  if (process.env.NODE_ENV === 'development') return Promise.resolve();
  checked ??= checkLibrary(contentFolder(), { errorsOnly: true }).then((library) => {
    refuseBroken(library);
  });
  return checked;
}
