import { feedResponse } from '@/app/feed-response';
import { pageParams } from '@/lib/views/current';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return pageParams('subject');
}

export async function GET(_: Request, { params }: { params: Promise<{ subject: string }> }) {
  return feedResponse('json', (await params).subject);
}
