import './globals.css';

import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';

import { Shell } from '@/components/shell';
import { siteHead } from '@/lib/seo/site-head';
import { contentVersion, currentMenu } from '@/app/pages';
import { RefreshOnChange } from './refresh-on-change';

export const metadata: Metadata = {
  icons: { icon: { ...siteHead.icon }, apple: siteHead.appleIcon },
};

export const viewport: Viewport = {
  colorScheme: siteHead.colorScheme,
  themeColor: [...siteHead.themeColors],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const version = await contentVersion();
  return (
    <Shell menu={await currentMenu()}>
      {children}
      {process.env.NODE_ENV === 'development' && <RefreshOnChange version={version} />}
    </Shell>
  );
}
