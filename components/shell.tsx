import type { ReactNode } from 'react';

import type { MenuSubject } from '@/lib/catalogue/menu';
import { speculationRules, themeScript } from '@/lib/inline-scripts';
import { site } from '@/lib/site';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';

interface Props {
  /** The subjects in the menu of every page. */
  menu: readonly MenuSubject[];
  /** Additional elements of the head. Next.js adds its own from a route's metadata. */
  head?: ReactNode;
  /** The content of the page, inside `<main>`. */
  children: ReactNode;
}

/** The document around a page's content. */
export function Shell({ menu, head, children }: Props) {
  return (
    <html lang={site.language} suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
        <script type="speculationrules" dangerouslySetInnerHTML={{ __html: speculationRules }} />
        {head}
      </head>
      <body>
        <a href="#content" className="skip-link">
          Skip to content
        </a>
        <SiteHeader subjects={menu} />
        <main id="content">{children}</main>
        <SiteFooter />
        <script type="module" src="/scripts/page.js" />
      </body>
    </html>
  );
}
