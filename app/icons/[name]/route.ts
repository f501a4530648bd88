import { iconNames, iconPng, isIconName } from '@/lib/icons';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return iconNames.map((name) => ({ name }));
}

export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }) {
  const { name } = await params;
  if (!isIconName(name)) return new Response(null, { status: 404 });
  return new Response(await iconPng(name), { headers: { 'Content-Type': 'image/png' } });
}
