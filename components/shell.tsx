import type { ReactNode } from 'react';

import type { MenuSubject } from '@/lib/catalogue/menu';
import { speculationRules, themeScript } from '@/lib/inline-scripts';
import { site } from '@/lib/site';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';

interface Props {
  /** The subjects that the menu of every page names. */
  menu: readonly MenuSubject[];
  /** Further elements of the document's head. Next.js adds its own from a route's metadata. */
  head?: ReactNode;
  /** The page's content, which stands inside `<main>`. */
  children: ReactNode;
}

/** The whole document around a page's content. */
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
