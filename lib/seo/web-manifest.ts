import { homePath, site } from '@/lib/site';
import { siteHead } from './site-head';

export const webManifestPath = siteHead.manifest;

/**
 * The manifest with which browsers install the site on a home screen (https://www.w3.org/TR/appmanifest/).
 */
export function webManifest() {
  const [{ color }] = siteHead.themeColors;
  return {
    name: site.name,
    short_name: site.name,
    description: site.description,
    start_url: homePath,
    display: 'minimal-ui' as const,
    background_color: color,
    theme_color: color,
    icons: [
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' as const },
    ],
  };
}
