import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    include: ['lib/**/*.test.{ts,tsx}'],
    // A machine may have other work: what hangs is found all the same.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
