import { isMathFontName, mathFont, mathFontNames, type MathFontName } from '@/lib/fonts/math-font';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return mathFontNames.map((name) => ({ name }));
}

// Cached, because the live preview requests the fonts with every page.
const made = new Map<MathFontName, Promise<Uint8Array<ArrayBuffer>>>();

export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }) {
  const { name } = await params;
  if (!isMathFontName(name)) return new Response(null, { status: 404 });
  const font = made.get(name) ?? mathFont(name);
  made.set(name, font);
  return new Response(await font, { headers: { 'Content-Type': 'font/woff2' } });
}
