import { isMathFontName, mathFont, mathFontNames } from '@/lib/fonts/math-font';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return mathFontNames.map((name) => ({ name }));
}

export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }) {
  const { name } = await params;
  if (!isMathFontName(name)) return new Response(null, { status: 404 });
  return new Response(await mathFont(name), { headers: { 'Content-Type': 'font/woff2' } });
}
