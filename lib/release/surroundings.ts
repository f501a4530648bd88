import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Redirects } from '@/lib/catalogue/redirects';
import { hashOf } from '@/lib/catalogue/entry';
import { codeVersion } from '@/lib/cache/code-version';
import { computedOnce } from '@/lib/cache/computed-once';
import { wholeFont } from '@/lib/fonts/math-font';
import { fontsVersion } from '@/lib/social-image/font-files';
import { publicFiles, publicFolder } from '@/lib/files/public-files';
import { artifactKinds, type ArtifactKind } from './artifacts/makers';
import type { Styles } from '@/lib/styles/styles';

/** All inputs of a release besides its questions. */
export interface Surroundings {
  /** The versions of the code that makes each kind of artifact, that writes the search index, and that plans. */
  code: Readonly<Record<ArtifactKind | 'search' | 'plan', string>>;
  styles: Styles;
  /** The scripts that pages load. */
  scripts: readonly ScriptSource[];
  /** Files that are published unchanged. */
  files: readonly PublicFile[];
  redirects: Redirects;
}

interface ScriptSource {
  /** Path within the release. */
  path: string;
  /** Path within the project. */
  module: string;
  /** The version of the module and its imports. */
  version: string;
}

interface PublicFile {
  /** Path within the release. */
  path: string;
  /** Absolute path. */
  file: string;
  /** Hash of the file's bytes. */
  hash: string;
}

/** Folders of scripts in the project and in a release. */
const scriptsSource = 'public/scripts';
const scriptsFolder = 'scripts';

/** Scripts that documents load at once or on demand, and their modules. */
const documentScripts: Readonly<Record<string, string>> = Object.fromEntries(
  ['page.js', 'question.js', 'copy-formulas.js', 'keyboard-help.js', 'search/dialog.js'].map((name) => [
    name,
    join(scriptsSource, name),
  ]),
);

/** All scripts that pages load by name. */
const scriptModules: Readonly<Record<string, string>> = {
  ...documentScripts,
  // What it makes goes to the clipboard, and needs no style.
  'copy/shared-html.js': join(scriptsSource, 'copy/shared-html.js'),
  // With Next.js, these pages are ordinary client components.
  'apps/search.js': 'components/apps/search/client.ts',
  'apps/study.js': 'components/apps/study/client.ts',
};

/** The module that makes the artifacts of a kind. */
function moduleOf(kind: ArtifactKind): string {
  const ending = ['question', 'list', 'app'].includes(kind) ? 'tsx' : 'ts';
  return `lib/release/artifacts/${kind}.${ending}`;
}

/** Reads the inputs of a release that do not come from the content folder. */
export async function readSurroundings(): Promise<Omit<Surroundings, 'redirects'>> {
  const [styles, files, scripts, code] = await Promise.all([
    computedOnce('styles', makeStyles),
    readPublicFiles(),
    readScripts(),
    readCodeVersions(),
  ]);
  return { code, styles, scripts, files };
}

async function readCodeVersions(): Promise<Surroundings['code']> {
  const [versions, search, plan, pictureFonts, mathFont] = await Promise.all([
    Promise.all(artifactKinds.map(async (kind) => [kind, await codeVersion(moduleOf(kind))] as const)),
    codeVersion('lib/search/search-index.ts'),
    codeVersion('lib/release/plan/plan.ts'),
    fontsVersion(),
    readFile(wholeFont).then(hashOf),
  ]);
  // One entry for each kind.
  const code = Object.fromEntries(versions) as Record<ArtifactKind, string>;
  // Fonts are read when artifacts are made, and are not part of the code.
  return { ...code, search, plan, picture: code.picture + pictureFonts, font: code.font + mathFont };
}

/** Loads compilers, which take longer to load than most builds last. */
async function makeStyles(): Promise<Styles> {
  const [{ compileStyles }, names] = await Promise.all([
    import('@/lib/styles/compile-styles'),
    readScriptNames(),
  ]);
  return compileStyles(names);
}

/**
 * Every word in the code of the documents' scripts. Among them are all names that the scripts add to a page.
 */
async function readScriptNames(): Promise<Set<string>> {
  const { make } = await import('./artifacts/script');
  const scripts = await Promise.all(Object.values(documentScripts).map(make));
  const texts = scripts.map(({ content }) =>
    typeof content === 'string' ? content : new TextDecoder().decode(content),
  );
  return new Set(texts.join(' ').match(/[A-Za-z][\w-]*/g));
}

async function readScripts(): Promise<ScriptSource[]> {
  return Promise.all(
    Object.entries(scriptModules).map(async ([name, module]) => ({
      path: `${scriptsFolder}/${name}`,
      module,
      version: await codeVersion(module),
    })),
  );
}

/** Every file of `public/` except script modules, which a release bundles. */
async function readPublicFiles(): Promise<PublicFile[]> {
  const folder = publicFolder();
  const paths = publicFiles().filter((path) => !path.startsWith(`${scriptsFolder}/`));
  return Promise.all(
    paths.map(async (path) => {
      const file = join(folder, path);
      return { path, file, hash: hashOf(await readFile(file)) };
    }),
  );
}
