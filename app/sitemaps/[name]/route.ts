import { requireSoundContent } from '@/app/sound-content';
import { sitemapParts, writeSitemap } from '@/lib/seo/sitemap';
import { currentLibrary } from '@/app/library';

export const dynamic = 'force-static';

const folder = '/sitemaps/';

export async function generateStaticParams() {
  await requireSoundContent();
  return (await currentParts()).map(({ path }) => ({ name: path.slice(folder.length) }));
}

export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }) {
  const { name } = await params;
  const part = (await currentParts()).find(({ path }) => path === folder + name);
  if (!part) return new Response(null, { status: 404 });
  return new Response(writeSitemap(part.pages), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
}

async function currentParts() {
  const { catalogue, changedDays } = await currentLibrary();
  return sitemapParts(catalogue, changedDays);
}
