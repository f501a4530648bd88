import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    include: ['lib/**/*.test.{ts,tsx}', 'components/**/*.test.tsx', 'public/scripts/**/*.test.ts'],
    // By itself it leaves a core free, which is half of a small machine.
    maxWorkers: '100%',
    // Only what hangs takes so long, even on a machine that has other work.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
