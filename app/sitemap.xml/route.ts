import { listedPart, sitemapParts, writeSitemapIndex } from '@/lib/seo/sitemap';
import { currentLibrary } from '@/app/library';

export const dynamic = 'force-static';

export async function GET() {
  const { catalogue, changedDays } = await currentLibrary();
  return new Response(writeSitemapIndex(sitemapParts(catalogue, changedDays).map(listedPart)), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
}
