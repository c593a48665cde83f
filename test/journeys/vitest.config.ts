import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Journeys start whole houses: one file at a time, with time to start them. */
export default defineConfig({
  root: join(import.meta.dirname, '..', '..'),
  test: {
    include: ['test/journeys/**/*.journey.ts'],
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 180_000,
    bail: 0,
  },
});
