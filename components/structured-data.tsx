import { jsonLd } from '@/lib/seo/json-ld';

/** The page's JSON-LD. Data for crawlers: browsers do not run it. */
export function StructuredData({ graph }: { graph: readonly object[] }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLd(graph) }} />;
}
