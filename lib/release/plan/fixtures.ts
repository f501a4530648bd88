import { artifactKinds } from '../artifacts/makers';
import type { Surroundings } from '../surroundings';

/** For tests: versions of code, style sheets, a font, a script and a public file. */
export const surroundings: Surroundings = {
  // An entry for every kind.
  code: Object.fromEntries(
    [...artifactKinds, 'search', 'plan'].map((kind) => [kind, `code of ${kind}`]),
  ) as Surroundings['code'],
  styles: {
    documents: [{ text: 'style of all pages' }],
    question: [{ text: 'style of questions' }],
    search: 'style of the search page',
    study: 'style of the study page',
    assets: [{ path: 'assets/font-1.woff2', file: '/font.woff2', hash: 'font' }],
  },
  scripts: [{ path: 'scripts/page.js', module: 'public/scripts/page.js', version: 'page' }],
  files: [{ path: 'icon.svg', file: '/icon.svg', hash: 'icon' }],
  redirects: new Map(),
};
