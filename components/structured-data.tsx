import { jsonLd, type Graph } from '@/lib/seo/json-ld';

/** The page's JSON-LD for crawlers. Browsers do not execute it. */
export function StructuredData({ graph }: { graph: Graph | undefined }) {
  return graph && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLd(graph) }} />;
}
