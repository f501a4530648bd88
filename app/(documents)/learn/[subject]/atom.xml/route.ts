import { feedResponse } from '@/app/feed-response';
import { requireSoundContent } from '@/app/sound-content';
import { pageParams } from '@/app/pages';

export const dynamic = 'force-static';

export async function generateStaticParams() {
  await requireSoundContent();
  return pageParams('subject');
}

export async function GET(_: Request, { params }: { params: Promise<{ subject: string }> }) {
  return feedResponse('atom', (await params).subject);
}
