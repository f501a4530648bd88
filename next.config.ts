import { availableParallelism } from 'node:os';

import type { NextConfig } from 'next';

import { contentStampAlias } from './lib/release/content-stamp-alias';

const config: NextConfig = {
  // The live preview also has pages for files that are broken, which no export lists.
  output: process.env.NODE_ENV === 'production' ? 'export' : undefined,
  // With `output: 'export'`, `distDir` names the folder of an export. A release is made of what lies before it.
  distDir: process.env.NODE_ENV === 'production' ? '.next/export' : '.next',
  // Pages carry the build's name, so it must change with the template alone.
  generateBuildId: () => process.env.BUILD_ID ?? 'preview',
  poweredByHeader: false,
  devIndicators: false,
  reactStrictMode: true,
  // There is no server to optimize images.
  images: { unoptimized: true },
  // Next.js leaves one core idle where it is not told.
  experimental: { cpus: availableParallelism() },
  // `npm run lint` checks types, once, instead of every build.
  typescript: { ignoreBuildErrors: true },
  turbopack: { resolveAlias: contentStampAlias() },
};

export default config;
