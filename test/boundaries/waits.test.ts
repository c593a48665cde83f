import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const tests = execFileSync(
  'git',
  ['ls-files', '*.test.ts', '*.test.tsx', '*.journey.ts', 'test/journeys/*.ts'],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => file && !file.endsWith('waits.test.ts'));

/** What a test must not say: a limit of its own for a wait, or that something took less than some time. */
const ownLimits = [
  /\{ within: ?[\d_]+ \}/,
  /\.poll\([^;]*\{ timeout:/,
  /\b(it|describe|test)\([^;{]*\{\s*timeout:/,
  /waitFor\w*\([^;]*timeout: ?[\d_]+/,
  /\b(performance|Date)\.now\(\) - \w+\)\s*\.toBeLess/,
];

describe('waits in tests', () => {
  it('have one limit, test/harness/wait-limit.ts', () => {
    const found = tests.flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      if (text.includes('useFakeTimers')) return []; // Such a test decides what time it is.
      return ownLimits.filter((pattern) => pattern.test(text)).map((pattern) => `${file}: ${pattern}`);
    });
    expect(found).toEqual([]);
  });
});
