import { defineConfig } from 'vitest/config';

/** Native decoders and ONNX Runtime want a process of their own. */
const shared = {
  pool: 'forks' as const,
  // Real video and real models: seconds, not milliseconds, on a small machine.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  setupFiles: ['./test/seed-properties.ts'],
};

const PAGE_TESTS = 'apps/web/test/browser/**/*.test.ts';

export default defineConfig({
  test: {
    reporters: ['default', './test/tally-reporter.ts'],
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'node',
          include: [
            'packages/*/test/**/*.test.ts',
            'apps/*/test/**/*.test.{ts,tsx}',
            'test/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', PAGE_TESTS],
          sequence: { groupOrder: 0 },
        },
      },
      {
        // One browser at a time, after all else: the page shares two cores with the camera it reads.
        test: {
          ...shared,
          name: 'page',
          include: [PAGE_TESTS],
          maxWorkers: 1,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
