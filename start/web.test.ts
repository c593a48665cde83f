import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { webSources } from './web.ts';

const root = join(import.meta.dirname, '..');

describe('the sources of the web app', () => {
  it('are files that somebody wrote: nothing that a build makes counts, so that it is not built again', async () => {
    const sources = await webSources();
    const ignored = spawnSync('git', ['check-ignore', '--stdin'], {
      cwd: root,
      input: [...sources, 'web/next-env.d.ts'].join('\n'),
      encoding: 'utf8',
    });
    expect(ignored.stdout.trim()).toBe('web/next-env.d.ts');
  });

  it('hold what the web app imports from elsewhere', async () => {
    const sources = await webSources();
    expect(sources).toEqual(
      expect.arrayContaining(['text/digits.ts', 'time/amman.ts', 'schema/api.graphql']),
    );
  });
});
