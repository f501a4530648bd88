import { currentCatalogue } from '@/lib/catalogue/current';
import { writeLanguageModelsText } from '@/lib/seo/language-models';

export const dynamic = 'force-static';

export async function GET() {
  return new Response(writeLanguageModelsText(await currentCatalogue()), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
