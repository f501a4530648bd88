import { ImageResponse } from 'next/og';

import { Icon } from '@/components/icon';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return ['icon-192.png', 'icon-512.png', 'maskable-512.png', 'apple-180.png'].map((name) => ({ name }));
}

export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }) {
  const { name } = await params;
  const size = Number(/\d+/.exec(name)?.[0]);
  return new ImageResponse(<Icon size={size} isMaskable={!name.startsWith('icon')} />, {
    width: size,
    height: size,
  });
}
