import { feedResponse } from '@/app/feed-response';

export const dynamic = 'force-static';

export function GET() {
  return feedResponse('json');
}
