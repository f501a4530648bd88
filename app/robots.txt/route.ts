import { writeRobots } from '@/lib/seo/robots';

export const dynamic = 'force-static';

export function GET() {
  return new Response(writeRobots(), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
