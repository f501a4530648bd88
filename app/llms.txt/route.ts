import { currentLibrary } from '@/app/library';
import { writeLanguageModelsText } from '@/lib/seo/language-models';

export const dynamic = 'force-static';

export async function GET() {
  return new Response(writeLanguageModelsText((await currentLibrary()).catalogue), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
