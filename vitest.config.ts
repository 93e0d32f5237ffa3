import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.ts', 'apps/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    // Real video and real models: seconds, not milliseconds, on a small machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Native decoders and ONNX Runtime want a process of their own.
    pool: 'forks',
    maxWorkers: 2,
    setupFiles: ['./test/seed-properties.ts'],
    reporters: ['default', './test/tally-reporter.ts'],
  },
});
