import type { Catalogue } from '@/lib/catalogue/catalogue';
import type { ChangedDays } from '@/lib/catalogue/changed-days';
import { readIndexNow } from '@/lib/seo/index-now';
import { writeLanguageModelsText } from '@/lib/seo/language-models';
import { writeRobots } from '@/lib/seo/robots';
import { sitemapParts, writeSitemap, writeSitemapIndex } from '@/lib/seo/sitemap';
import { languageModelsPath, robotsPath, sitemapPath, siteUrl } from '@/lib/site';
import { feedOutputs, type AnswerHtml } from './feeds';
import { keyOf, type Output } from './output';

/** Everything in a release that is for crawlers and feed readers alone. */
export function crawlerOutputs(
  catalogue: Catalogue,
  changedDays: ChangedDays,
  answerHtml: AnswerHtml,
): Output[] {
  return [
    text(robotsPath, writeRobots()),
    text(languageModelsPath, writeLanguageModelsText(catalogue)),
    ...indexNowOutputs(),
    ...sitemapOutputs(catalogue, changedDays),
    ...feedOutputs(catalogue, changedDays, answerHtml),
  ];
}

/** The sitemap's parts and the file that names them. */
export function sitemapOutputs(catalogue: Catalogue, changedDays: ChangedDays): Output[] {
  const parts = sitemapParts(catalogue, changedDays);
  const outputs = parts.map(({ path, pages }) => ({
    path: path.slice(1),
    key: keyOf(path, siteUrl(), pages),
    make: () => writeSitemap(pages),
  }));
  return [...outputs, text(sitemapPath, writeSitemapIndex(parts))];
}

/** The file by which IndexNow knows that the key is the site's own; none where IndexNow is off. */
function indexNowOutputs(): Output[] {
  const indexNow = readIndexNow();
  return indexNow ? [text(indexNow.keyPath, indexNow.key)] : [];
}

/** A small file, made when it is listed. */
function text(path: string, content: string): Output {
  return { path: path.slice(1), key: keyOf(path, content), make: () => content };
}
