import { measurePage } from '@/bench/lighthouse';
import { findBrowser } from '@/e2e/browser/find';
import { kinds } from '@/e2e/kinds';
import { buildSite } from '@/lib/release/build';
import { serveSite } from '@/lib/deploy/serve';
import { outFolder } from '@/lib/release/store/release-folders';
import { main } from './main';

const runs = 3;

/** The pages that readers open first, and the two applications. */
const measured = ['home', 'subject', 'prose', 'formulas', 'code', 'search', 'study'] as const;

/** Prints the Lighthouse scores of {@link measured}, with its phone settings. */
main(async () => {
  await buildSite({ report: () => undefined });
  const server = await serveSite(outFolder(), 0);
  const address = server.address();
  const site = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`;
  console.log('page      performance  accessibility  best practices  SEO');
  for (const name of measured) {
    const scores = await measurePage(site + kinds[name], runs, findBrowser());
    console.log(
      `${name.padEnd(10)}${String(scores.performance).padEnd(13)}${String(scores.accessibility).padEnd(15)}${String(scores['best-practices']).padEnd(16)}${scores.seo}`,
    );
  }
  server.close();
});
