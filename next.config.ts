import type { NextConfig } from 'next';
import { PHASE_PRODUCTION_BUILD } from 'next/constants.js';

/** `next build` writes the site into the folder `export`. */
const exported: NextConfig = { output: 'export', distDir: 'export' };

/** The live preview also has the routes in `*.dev.ts`, and pages for files with errors. */
const preview: NextConfig = { pageExtensions: ['tsx', 'ts', 'dev.ts'] };

export default function config(phase: string): NextConfig {
  return {
    ...(phase === PHASE_PRODUCTION_BUILD ? exported : preview),
    poweredByHeader: false,
    devIndicators: false,
    reactStrictMode: true,
    // There is no server to optimize images.
    images: { unoptimized: true },
    // Packages that load their own files from node_modules, or are large. The live preview does not compile
    // them.
    serverExternalPackages: ['esbuild', 'fontverter', 'piscina', 'subset-font', 'temml'],
    // A page is painted from its first answer: on a slow phone's line that is 900 instead of 1,120 ms for who comes from a
    // search engine, and 284 instead of 256 for the page after it.
    experimental: { inlineCss: true },
    // `npm run lint` checks types, once, instead of every build.
    typescript: { ignoreBuildErrors: true },
  };
}
