import type { PageMetadata } from '@/lib/seo/metadata';
import { siteHead } from '@/lib/seo/site-head';
import { site } from '@/lib/site';

/** The elements of a page's head. With `toNextMetadata`, Next.js writes the same elements. */
export function PageHead({ title, description, url, robots, image, alternates, article }: PageMetadata) {
  const sharedTitle = article?.title ?? title;
  return (
    <>
      <meta charSet="utf-8" />
      <meta name="viewport" content={siteHead.viewport} />
      <title>{title}</title>
      <meta name="description" content={description} />
      {article && <meta name="author" content={article.author} />}
      {article && article.keywords.length > 0 && (
        <meta name="keywords" content={article.keywords.join(',')} />
      )}
      <meta name="robots" content={robots} />
      {Object.entries(article?.citation ?? {}).map(([name, contents]) =>
        contents.map((content) => <meta key={`${name} ${content}`} name={name} content={content} />),
      )}
      {url !== undefined && <link rel="canonical" href={url} />}
      {alternates.map((alternate) => (
        <link
          key={alternate.type}
          rel="alternate"
          type={alternate.type}
          href={alternate.url}
          title={alternate.title}
        />
      ))}
      {url !== undefined && image && (
        <>
          <meta property="og:title" content={sharedTitle} />
          <meta property="og:description" content={description} />
          <meta property="og:url" content={url} />
          <meta property="og:site_name" content={site.name} />
          <meta property="og:locale" content={site.locale} />
          <meta property="og:image" content={image.url} />
          <meta property="og:image:type" content={image.type} />
          <meta property="og:image:width" content={String(image.width)} />
          <meta property="og:image:height" content={String(image.height)} />
          <meta property="og:image:alt" content={image.alt} />
          <meta property="og:type" content={article ? 'article' : 'website'} />
          {article && (
            <>
              <meta property="article:published_time" content={article.published} />
              <meta property="article:author" content={article.author} />
              {article.keywords.map((keyword) => (
                <meta key={keyword} property="article:tag" content={keyword} />
              ))}
            </>
          )}
          <meta name="twitter:card" content="summary_large_image" />
          <meta name="twitter:title" content={sharedTitle} />
          <meta name="twitter:description" content={description} />
          <meta name="twitter:image" content={image.url} />
          <meta name="twitter:image:alt" content={image.alt} />
        </>
      )}
      {siteHead.themeColors.map(({ media, color }) => (
        <meta key={media} name="theme-color" media={media} content={color} />
      ))}
      <meta name="color-scheme" content={siteHead.colorScheme} />
      <link rel="manifest" href={siteHead.manifest} />
      <link rel="icon" href={siteHead.icon.url} type={siteHead.icon.type} />
      <link rel="apple-touch-icon" href={siteHead.appleIcon} />
    </>
  );
}
