import { availableParallelism } from 'node:os';

import type { NextConfig } from 'next';

import { contentStampAlias } from './lib/release/content-stamp-alias';

// A release is compiled as a static export, which refuses what needs a server. Its pages are taken where Next.js makes
// them: an export would only copy them, with a dozen files each that nobody reads. The live preview also has pages for
// files that are broken, which no export lists.
const isCompiled = process.env.BUILD_STEP === 'compile';

const config: NextConfig = {
  output: isCompiled ? 'export' : undefined,
  // With `output: 'export'`, `distDir` names the folder of an export.
  distDir: isCompiled ? '.next/export' : '.next',
  // Pages carry the build's name, so it must change with the template alone.
  generateBuildId: () => process.env.BUILD_ID ?? 'preview',
  // It starts its threads from a file of its own, which a bundle would not have.
  serverExternalPackages: ['piscina'],
  poweredByHeader: false,
  devIndicators: false,
  reactStrictMode: true,
  // There is no server to optimize images.
  images: { unoptimized: true },
  experimental: {
    // Next.js leaves one core idle where it is not told.
    cpus: availableParallelism(),
    // Spares compressing every page to learn what its router, which we do not use, should load ahead.
    prefetchInlining: false,
    // A page is painted from its first answer: on a slow phone's line that is 900 instead of 1,120 ms for who comes from a
    // search engine, and 284 instead of 256 for the page after it.
    inlineCss: true,
  },
  // `npm run lint` checks types, once, instead of every build.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    resolveAlias: {
      ...contentStampAlias(),
      // Half of what a page costs is to cut it into pieces for Next's router, which no page of ours runs.
      ...(isCompiled && { './collect-segment-data': './lib/release/no-segments.ts' }),
    },
  },
};

export default config;
