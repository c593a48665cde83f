import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GET } from '../app/islands/[name]/route.ts';
import { islands } from './islands.ts';

describe('an island', () => {
  const web = fileURLToPath(new URL('..', import.meta.url));
  beforeEach(() => void vi.spyOn(process, 'cwd').mockReturnValue(web));
  afterEach(() => void vi.restoreAllMocks());

  it.each(Object.keys(islands))(
    '%s is a script without an import that a browser could not follow',
    async (name) => {
      const answer = await GET(new Request('http://web/'), {
        params: Promise.resolve({ name: `${name}.js` }),
      });
      const script = await answer.text();
      expect(script).not.toMatch(/^\s*import\b/m);
      expect(() => new Function(script.replace(/^export (\{\};)?/gm, ''))).not.toThrow();
    },
  );

  it('counts as the server does', async () => {
    expect(readFileSync(`${web}/features/submit/draft.island.ts`, 'utf8')).toContain('lengthOf(box.value)');
    const answer = await GET(new Request('http://web/'), { params: Promise.resolve({ name: 'draft.js' }) });
    const [shared = ''] = /^const \{ lengthOf \} = [\s\S]*?^\}\)\(\);$/m.exec(await answer.text()) ?? [];
    const count = new Function('text', `${shared}\nreturn lengthOf(text);`);
    expect([count('👨‍👩‍👧‍👦'), count('مُعَلِّمَةٌ')]).toEqual([1, 5]);
  });
});
