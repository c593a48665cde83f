import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { waitLimitMs } from '../harness/wait-limit.ts';

/** Journeys start whole houses: one file at a time, with time to start them. */
export default defineConfig({
  root: join(import.meta.dirname, '..', '..'),
  test: {
    include: ['test/journeys/**/*.journey.ts'],
    fileParallelism: false,
    testTimeout: 5 * waitLimitMs,
    hookTimeout: 5 * waitLimitMs,
    expect: { poll: { timeout: waitLimitMs } },
    bail: 0,
  },
});
