import type { Metadata } from 'next';

import { site, siteUrl } from '@/lib/site';
import { groupBy } from '@/lib/group-by';
import type { PageMetadata } from './metadata';

/** Converts metadata to the result of a route's `generateMetadata`. `PageHead` writes the same elements. */
export function toNextMetadata(page: PageMetadata): Metadata {
  const { title, description, url, robots, image, alternates, article } = page;
  const metadata: Metadata = { title, description, robots };
  if (url === undefined || !image) return metadata;
  const sharedTitle = article?.title ?? title;
  const shared = {
    title: sharedTitle,
    description,
    url,
    siteName: site.name,
    locale: site.locale,
    images: [image],
  };
  return {
    ...metadata,
    metadataBase: new URL(siteUrl()),
    alternates: {
      canonical: url,
      types: Object.fromEntries(
        [...groupBy(alternates, ({ type }) => type)].map(([type, links]) => [
          type,
          links.map((link) => ({ url: link.url, title: link.title })),
        ]),
      ),
    },
    openGraph: article
      ? {
          ...shared,
          type: 'article',
          publishedTime: article.published,
          authors: [article.author],
          tags: [...article.keywords],
        }
      : { ...shared, type: 'website' },
    twitter: {
      card: 'summary_large_image',
      title: sharedTitle,
      description,
      images: [{ url: image.url, alt: image.alt }],
    },
    ...(article && {
      authors: [{ name: article.author }],
      other: Object.fromEntries(
        Object.entries(article.citation).map(([name, contents]) => [name, [...contents]]),
      ),
    }),
    ...(article && article.keywords.length > 0 && { keywords: [...article.keywords] }),
  };
}
