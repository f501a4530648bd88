import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    include: ['lib/**/*.test.{ts,tsx}', 'public/scripts/**/*.test.ts'],
    // By itself it leaves a core free, which is half of a small machine.
    maxWorkers: '100%',
    // A machine may have other work: what hangs is found all the same.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
