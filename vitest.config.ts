import { defineConfig } from 'vitest/config';

/** Native decoders and ONNX Runtime want a process of their own. */
const shared = {
  pool: 'forks' as const,
  // Real video and real models: seconds, not milliseconds, on a small machine.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  setupFiles: ['./test/seed-properties.ts'],
};

const PAGE_FOLDER = 'apps/web/test/browser';

const PAGE_TESTS = `${PAGE_FOLDER}/**/*.test.ts`;

/** Tests in which the page must keep up with its camera: nothing else may run beside them. */
const LIVE_PAGE_TESTS = [
  'camera',
  'engine',
  'engine-api',
  'engine-restart',
  'recovery',
  'session',
  'session-live',
  'soak',
].map((name) => `${PAGE_FOLDER}/${name}.test.ts`);

/** A real browser on a small machine: tens of seconds. */
const pageTimes = { testTimeout: 240_000, hookTimeout: 240_000 };

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
        test: {
          ...shared,
          ...pageTimes,
          name: 'page',
          include: [PAGE_TESTS],
          exclude: LIVE_PAGE_TESTS,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // One browser at a time, after all else: the page shares two cores with the camera it reads.
        test: {
          ...shared,
          ...pageTimes,
          name: 'page-live',
          include: LIVE_PAGE_TESTS,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
