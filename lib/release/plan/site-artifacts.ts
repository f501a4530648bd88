import type { Subject } from '@/lib/catalogue/catalogue';
import { plainEntry } from '@/lib/catalogue/entry';
import { mathFontNames } from '@/lib/fonts/math-font';
import { iconNames } from '@/lib/icons';
import { feedsOf } from '@/lib/seo/feed-list';
import { readIndexNow } from '@/lib/seo/index-now';
import { writeLanguageModelsText } from '@/lib/seo/language-models';
import { writeRobots } from '@/lib/seo/robots';
import {
  listedPart,
  siteSitemap,
  writeSitemap,
  writeSitemapIndex,
  type ListedPage,
  type SitemapPart,
} from '@/lib/seo/sitemap';
import { webManifest, webManifestPath } from '@/lib/seo/web-manifest';
import { deckPath, languageModelsPath, robotsPath, siteUrl, sitemapPath } from '@/lib/site';
import { picturesOf } from '@/lib/social-image/social-image';
import { deckData } from '@/lib/study/deck';
import { cardFilesOf, deckOf } from '@/lib/study/decks';
import type { Library } from '@/lib/views/library';
import { artifact, keyOf, type Artifact } from '../artifacts/artifact';
import { headersFile, headersHostFile } from '@/lib/hosting/headers-file';
import { redirectFiles } from '@/lib/hosting/redirects';
import type { Surroundings } from '../surroundings';

/**
 * Every file that belongs to no subject, other than pages and the search index.
 *
 * @param sitemaps those of all subjects
 */
export function* siteArtifacts(
  library: Library,
  surroundings: Surroundings,
  sitemaps: readonly ListedPage[],
): Generator<Artifact> {
  const { code, styles, scripts, files, redirects } = surroundings;
  for (const name of mathFontNames)
    yield artifact('font', `fonts/${name}`, keyOf(code.font, name), () => name);
  for (const { path, module, version } of scripts) {
    yield artifact('script', path, keyOf(code.script, version), () => module);
  }
  yield* crawlerArtifacts(library, sitemaps);
  yield* feedArtifacts(library, surroundings);
  for (const [path, questions] of cardFilesOf(library.catalogue)) {
    // The hash of a question covers everything on its card except the canonical address.
    const shown = questions.map(({ hash, address }) => `${hash} ${address}`);
    yield artifact('study', path.slice(1), keyOf(code.study, shown), () => questions.map(plainEntry));
  }
  for (const { path, content } of redirectFiles(redirects)) yield text(path, content);
  yield text(headersHostFile, headersFile());
  for (const [path, picture] of picturesOf(library.catalogue)) {
    yield artifact('picture', path.slice(1), keyOf(code.picture, picture), () => picture);
  }
  for (const { path, file, hash } of [...files, ...styles.assets])
    yield artifact('file', path, hash, () => ({ file }));
  for (const name of iconNames) yield artifact('icon', `icons/${name}`, keyOf(code.icon, name), () => name);
}

function* crawlerArtifacts({ catalogue }: Library, sitemaps: readonly ListedPage[]): Generator<Artifact> {
  yield text(robotsPath.slice(1), writeRobots());
  yield text(languageModelsPath.slice(1), writeLanguageModelsText(catalogue));
  yield text(webManifestPath.slice(1), JSON.stringify(webManifest()));
  const indexNow = readIndexNow();
  if (indexNow) yield text(indexNow.keyPath.slice(1), indexNow.key);
  const ofSite = siteSitemap(sitemaps);
  yield text(ofSite.path.slice(1), writeSitemap(ofSite.pages));
  yield text(sitemapPath.slice(1), writeSitemapIndex([listedPart(ofSite), ...sitemaps]));
}

/** The sitemaps, the feeds and the deck of a subject. */
export function* subjectArtifacts(
  library: Library,
  surroundings: Surroundings,
  subject: Subject,
  sitemaps: readonly SitemapPart[],
): Generator<Artifact> {
  const { slug } = subject;
  for (const { path, pages } of sitemaps) yield text(path.slice(1), writeSitemap(pages));
  yield* feedArtifacts(library, surroundings, subject);
  yield text(deckPath(slug).slice(1), JSON.stringify(deckData(deckOf(library.catalogue, slug))));
}

/** The feeds of a subject or, without one, of the site. */
function* feedArtifacts(
  { catalogue, changedDays }: Library,
  { code }: Surroundings,
  subject?: Subject,
): Generator<Artifact> {
  for (const { path, ...feed } of feedsOf(catalogue, changedDays, subject)) {
    // The hash alone is not enough: a renamed file has the same hash.
    const questions = feed.questions.map(({ entry, updated }) => [entry.hash, entry.address, updated]);
    const key = keyOf(code.feed, siteUrl(), path, { ...feed, questions });
    yield artifact('feed', path.slice(1), key, () => feed);
  }
}

/** A text whose computation takes less time than a comparison of its inputs. */
function text(path: string, content: string): Artifact {
  return artifact('file', path, keyOf(content), () => ({ text: content }));
}
