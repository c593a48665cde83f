import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

it('dates have one form in each language: the locale of a format stands in time/date-locales.ts alone', () => {
  const sources = globSync('{gateway,identity,platform,replay,start,subgraphs,time,text,web}/**/*.{ts,tsx}', {
    cwd: root,
    exclude: (name) => /^(node_modules|\.next|generated)$/.test(name.split('/').at(-1) ?? ''),
  }).filter((file) => !/\.test\.ts$/.test(file) && file !== 'time/date-locales.ts');
  const own = sources.filter((file) =>
    /['"](ar-JO[^'"]*|en-GB)['"]/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(own, 'import dateLocales instead').toEqual([]);
  expect(sources.length).toBeGreaterThan(500);
});
