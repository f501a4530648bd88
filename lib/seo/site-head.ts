/** The parts of the head that are the same on every page. */
export const siteHead = {
  viewport: 'width=device-width, initial-scale=1',
  colorScheme: 'light dark',
  themeColors: [
    { media: '(prefers-color-scheme: light)', color: '#fdfcf9' },
    { media: '(prefers-color-scheme: dark)', color: '#15171b' },
  ],
  manifest: '/manifest.webmanifest',
  icon: { url: '/icon.svg', type: 'image/svg+xml' },
  appleIcon: '/icons/apple-180.png',
} as const;
