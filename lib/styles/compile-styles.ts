import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

import * as z from 'zod';

import { filesBelow } from '@/lib/files/files-below';
import { replaceFile } from '@/lib/files/replace-file';
import { isSystemError } from '@/lib/system-error';
import type { PageKind } from '@/lib/views/pages';
import type { StylePart } from './needed-styles';
import { divideSheet } from './divide-sheet';

/** The style sheets of a release. */
export interface Styles {
  /** The style sheet of each page kind, of which each page contains the rules that it needs. */
  sheets: Readonly<Record<PageKind, readonly StylePart[]>>;
  /** Fonts and images that the style sheets refer to; the hash of each is part of its name. */
  assets: readonly { path: string; file: string; hash: string }[];
}

/** The style sheet of all pages, and those that some routes import additionally. */
const siteSheet = 'app/globals.css';
const ownSheets: Readonly<Partial<Record<PageKind, string>>> = {
  question: 'app/question-page.css',
  search: 'app/search-page.css',
  study: 'app/study-page.css',
};

/** The folder of the assets within a release. */
const assetsFolder = 'assets';

const cacheFile = resolve('.cache/styles.json');

const compiledSheet = z.object({
  css: z.string(),
  assets: z.array(z.object({ path: z.string(), file: z.string(), hash: z.string() })),
  /** The inputs of the compilers: files, and folders whose files they scanned. */
  files: z.array(z.string()),
  folders: z.array(z.string()),
});

type CompiledSheet = z.infer<typeof compiledSheet>;

const cacheSchema = z.object({ fingerprint: z.string(), sheets: z.record(z.string(), compiledSheet) });

/**
 * Compiles the style sheets that `app/layout.tsx` and the routes import. Reuses an earlier result if no file
 * that the compilers read has changed.
 *
 * @param scriptNames names of elements, classes and ids that scripts may add to documents
 */
export async function compileStyles(scriptNames: ReadonlySet<string>): Promise<Styles> {
  const compiled = (await readCache()) ?? (await compileAll());
  const ofSite = compiled[siteSheet]?.css ?? '';
  const ofDocuments = divideSheet(ofSite, scriptNames);
  const own = (kind: PageKind) => compiled[ownSheets[kind] ?? '']?.css ?? '';
  // The contents of applications are unknown before they run.
  const whole = (kind: PageKind) => [{ text: `${ofSite}\n${own(kind)}` }];
  const assets = Object.values(compiled).flatMap((sheet) => sheet.assets);
  return {
    sheets: {
      question: [...ofDocuments, ...divideSheet(own('question'), scriptNames)],
      search: whole('search'),
      study: whole('study'),
      home: ofDocuments,
      subjects: ofDocuments,
      subject: ofDocuments,
      archive: ofDocuments,
      index: ofDocuments,
      topic: ofDocuments,
      notFound: ofDocuments,
    },
    assets: [...new Map(assets.map((asset) => [asset.path, asset])).values()],
  };
}

async function readCache(): Promise<Record<string, CompiledSheet> | undefined> {
  let text: string;
  try {
    text = await readFile(cacheFile, 'utf8');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
  const { success, data } = cacheSchema.safeParse(JSON.parse(text));
  if (!success) return undefined;
  return (await fingerprintOf(data.sheets)) === data.fingerprint ? data.sheets : undefined;
}

async function compileAll(): Promise<Record<string, CompiledSheet>> {
  const names = [siteSheet, ...Object.values(ownSheets)];
  const compiled = await Promise.all(names.map(async (name) => [name, await compile(name)] as const));
  const sheets = Object.fromEntries(compiled);
  replaceFile(cacheFile, JSON.stringify({ fingerprint: await fingerprintOf(sheets), sheets }));
  return sheets;
}

/** The hash of all inputs of style sheets: files, scanned folders and the versions of all packages. */
async function fingerprintOf(sheets: Record<string, CompiledSheet>): Promise<string> {
  const all = Object.values(sheets);
  const scanned = await Promise.all(
    [...new Set(all.flatMap(({ folders }) => folders))].map(async (folder) =>
      (await filesBelow(folder)).map((path) => join(folder, path)),
    ),
  );
  const files = new Set([
    resolve('package-lock.json'),
    ...all.flatMap((sheet) => sheet.files),
    ...scanned.flat(),
  ]);
  const hash = createHash('sha256');
  for (const file of [...files].sort()) hash.update(file).update(await readIfThere(file));
  return hash.digest('hex');
}

async function readIfThere(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return new Uint8Array();
    throw error;
  }
}

/**
 * Runs Tailwind CSS with PostCSS, as in `postcss.config.mjs`. Then esbuild renames the files that the sheet
 * uses.
 */
async function compile(sheet: string): Promise<CompiledSheet> {
  const [{ default: postcss }, { default: tailwind }, { build }] = await Promise.all([
    import('postcss'),
    import('@tailwindcss/postcss'),
    import('esbuild'),
  ]);
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
  const files = compiled.messages.flatMap(({ type, file }) => (type === 'dependency' ? String(file) : []));
  const folders = compiled.messages.flatMap(({ type, dir }) =>
    type === 'dir-dependency' ? String(dir) : [],
  );
  return { css, assets, files: [from, ...files, ...assets.map((asset) => asset.file)], folders };
}
