import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { waitLimitMs } from './test/harness/wait-limit.ts';

export default defineConfig({
  // graphql ships two copies of itself; ours and the libraries' must be the same one.
  resolve: {
    alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql/index.js')) }],
  },
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: false } },
  test: {
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/.next/**', 'web/**/*.island.test.ts'],
    setupFiles: ['test/harness/setup.ts'],
    globalSetup: ['test/harness/global-setup.ts'],
    // Tests wait for the database more than for the processor.
    maxWorkers: 2,
    // Waits are for conditions; a limit only ends a test that would never end.
    testTimeout: 2 * waitLimitMs,
    hookTimeout: 2 * waitLimitMs,
    expect: { poll: { timeout: waitLimitMs } },
  },
});
