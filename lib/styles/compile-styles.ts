import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

import tailwind from '@tailwindcss/postcss';
import { build } from 'esbuild';
import postcss from 'postcss';

import { divideSheet } from './divide-sheet';
import type { Styles } from './styles';

/** The folder of the assets within a release. */
const assetsFolder = 'assets';

interface CompiledSheet extends Pick<Styles, 'assets'> {
  css: string;
}

/**
 * Compiles the style sheets that `app/layout.tsx` and the routes import.
 *
 * @param scriptNames names of elements, classes and ids that scripts may add to documents
 */
export async function compileStyles(scriptNames: ReadonlySet<string>): Promise<Styles> {
  const [site, question, search, study] = await Promise.all([
    compile('app/globals.css'),
    compile('app/question-page.css'),
    compile('app/search-page.css'),
    compile('app/study-page.css'),
  ]);
  const assets = [site, question, search, study].flatMap((sheet) => sheet.assets);
  return {
    documents: divideSheet(site.css, scriptNames),
    question: divideSheet(question.css, scriptNames),
    search: `${site.css}\n${search.css}`,
    study: `${site.css}\n${study.css}`,
    assets: [...new Map(assets.map((asset) => [asset.path, asset])).values()],
  };
}

/**
 * Runs Tailwind CSS with PostCSS, as in `postcss.config.mjs`. Then esbuild renames the files that the sheet
 * uses.
 */
async function compile(sheet: string): Promise<CompiledSheet> {
  const from = resolve(sheet);
  const compiled = await postcss([tailwind({ optimize: { minify: true } })]).process(
    await readFile(from, 'utf8'),
    { from },
  );
  const outdir = resolve('.cache');
  const { outputFiles, metafile } = await build({
    stdin: { contents: compiled.css, resolveDir: dirname(from), sourcefile: sheet, loader: 'css' },
    bundle: true,
    minify: true,
    outdir,
    assetNames: `${assetsFolder}/[name]-[hash]`,
    publicPath: '/',
    loader: { '.woff2': 'file', '.svg': 'file', '.png': 'file' },
    // These have their own route.
    external: ['/fonts/*'],
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const css = outputFiles.find(({ path }) => path.endsWith('.css'))?.text.trim() ?? '';
  const assets = Object.entries(metafile.outputs).flatMap(([output, { inputs }]) => {
    const [file] = Object.keys(inputs);
    if (output.endsWith('.css') || file === undefined) return [];
    const path = resolve(output).slice(outdir.length + 1);
    return { path, file: resolve(file), hash: path };
  });
  return { css, assets };
}
