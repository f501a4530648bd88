/** The module that `npm run dev` rewrites whenever content changes; it stands in for the catalogue's own stamp. */
export const contentStampFile = '.content-stamp.mjs';

/** For the compiler's configuration: nothing but while developing. */
export function contentStampAlias(): Record<string, string> {
  return process.env.NODE_ENV === 'development' && process.env.WATCH_CONTENT === '1'
    ? { '@/lib/catalogue/content-stamp': `./${contentStampFile}` }
    : {};
}
