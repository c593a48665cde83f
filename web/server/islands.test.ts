import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bundleIsland } from './bundle-island.ts';
import { islands } from './islands.ts';

/** Of one island, as it travels. */
const largestBytes = 15_000;
const web = fileURLToPath(new URL('..', import.meta.url));

describe('an island', () => {
  it.each(Object.entries(islands))('%s is one script that imports nothing', async (_, file) => {
    const script = await bundleIsland(file, web);
    expect(script).not.toMatch(/(^|[;}])\s*(import|export)\b/m);
    expect(() => new Function(script)).not.toThrow();
    expect(gzipSync(script).byteLength).toBeLessThanOrEqual(largestBytes);
  });

  it('that is not there is told as an error', async () => {
    await expect(bundleIsland('features/none.island.ts', web)).rejects.toThrow(/none\.island/);
  });

  it('has its place in the list', () => {
    const files = readdirSync(web, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.island.ts') && !/node_modules|\.next/.test(file))
      .filter((file) => !/\/use-/.test(file));
    expect(files.toSorted()).toEqual(expect.arrayContaining(Object.values(islands).toSorted()));
  });
});
