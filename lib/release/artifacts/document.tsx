import type { ComponentType } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

import { PageHead } from '@/components/page-head';
import { Shell } from '@/components/shell';
import { validatePage } from '@/lib/seo/validate';
import { metadataOf } from '@/lib/seo/metadata';
import { neededStyles } from '@/lib/styles/needed-styles';
import { parseSheets } from '@/lib/styles/styles';
import type { PageKind, PageViews } from '@/lib/views/pages';
import { targetsOf } from '@/lib/views/targets';
import type { Made, MakerContext } from './makers';

/** The input for a page. */
export interface PageInput<Kind extends PageKind> {
  kind: Kind;
  /** Address within the site. */
  address: string;
  view: PageViews[Kind];
}

/**
 * Renders a page as `app/layout.tsx` and the page's route do with Next.js: with the same component, view,
 * shell and metadata.
 *
 * @param render another static renderer of React
 */
export function makeDocument<Kind extends PageKind>(
  Page: ComponentType<PageViews[Kind]>,
  { kind, address, view }: PageInput<Kind>,
  { menu, styles }: MakerContext,
  render: typeof renderToStaticMarkup = renderToStaticMarkup,
): Made {
  const metadata = metadataOf(kind, view);
  const html = render(
    <Shell menu={menu} head={<PageHead {...metadata} />}>
      <Page {...view} />
    </Shell>,
  );
  // This is the first occurrence, because React escapes `<` in all texts before it.
  const headEnd = html.indexOf('</head>');
  const style = `<style>${neededStyles(parseSheets(styles)[kind], html)}</style>`;
  const faults = validatePage(
    {
      titles: [metadata.title],
      descriptions: [metadata.description],
      canonicals: metadata.url === undefined ? [] : [metadata.url],
      robots: [metadata.robots],
      hreflangs: [],
      structuredData: structuredDataIn(html),
    },
    address,
  );
  const content = `<!DOCTYPE html>${html.slice(0, headEnd)}${style}${html.slice(headEnd)}`;
  return { content, targets: targetsOf(kind, view), faults };
}

/** The texts of the JSON-LD scripts on a page, as the component `StructuredData` writes them. */
function structuredDataIn(html: string): string[] {
  const [, ...scripts] = html.split('<script type="application/ld+json">');
  return scripts.map((script) => script.slice(0, script.indexOf('</script>')));
}
