import type { PageKind } from '@/lib/views/pages';
import { artifactKinds } from '../artifacts/makers';
import type { StylePart } from '@/lib/styles/needed-styles';
import type { Surroundings } from '../surroundings';

const pageKinds: readonly PageKind[] = [
  'home',
  'subjects',
  'subject',
  'archive',
  'index',
  'topic',
  'question',
  'search',
  'study',
  'notFound',
];

/** For tests: versions of code, a style sheet for each page kind, a font, a script and a public file. */
export const surroundings: Surroundings = {
  // An entry for every kind.
  code: Object.fromEntries(
    [...artifactKinds, 'search'].map((kind) => [kind, `code of ${kind}`]),
  ) as Surroundings['code'],
  styles: {
    sheets: Object.fromEntries<readonly StylePart[]>(
      pageKinds.map((kind) => [kind, [{ text: `style of ${kind}` }]]),
    ) as Surroundings['styles']['sheets'],
    assets: [{ path: 'assets/font-1.woff2', file: '/font.woff2', hash: 'font' }],
  },
  scripts: [{ path: 'scripts/page.js', module: 'public/scripts/page.js', version: 'page' }],
  files: [{ path: 'icon.svg', file: '/icon.svg', hash: 'icon' }],
  redirects: new Map(),
};
