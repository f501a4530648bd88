import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vitest/config';

/** Folders of `lib` whose modules keep no state that a test can change. */
const pure = ['answer', 'hosting', 'search', 'seo', 'source', 'study', 'styles', 'views'];

/** Tests in these folders that replace modules by `vi.mock`, which has no effect on loaded modules. */
const mocking = ['lib/answer/cache.test.ts'];

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    // By itself it leaves a core free, which is half of a small machine.
    maxWorkers: '100%',
    // Only what hangs takes so long, even on a machine that has other work.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: [
            `lib/{${pure.join(',')}}/**/*.test.{ts,tsx}`,
            'components/**/*.test.tsx',
            'public/scripts/**/*.test.ts',
          ],
          exclude: mocking,
          // Files share loaded modules, because loading them again for each file takes as long as the tests.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'isolated',
          include: ['lib/*.test.{ts,tsx}', `lib/!(${pure.join('|')})/**/*.test.{ts,tsx}`, ...mocking],
        },
      },
    ],
  },
});
