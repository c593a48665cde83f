import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const web = join(import.meta.dirname, '..', '..');
const exclude = (path: string) => /node_modules|\.next|generated/.test(path);
const filesOf = (pattern: string) =>
  globSync(pattern, { cwd: web, exclude: (path) => exclude(String(path)) });
const physical =
  /(?:^|[;{\s])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|width|height|(?:min|max)-(?:width|height)|text-align:\s*(?:left|right)|float:\s*(?:left|right))\s*:/;

describe('the styles', () => {
  it.each(filesOf('**/*.css'))('%s: have logical properties only', (file) => {
    const css = readFileSync(join(web, file), 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/@media[^{]*/g, '')
      .replace(/url\([^)]*\)/g, '');
    for (const line of css.split('\n')) expect(line).not.toMatch(physical);
  });

  it.each(filesOf('**/*.css').filter((file) => !file.endsWith('tokens.css')))(
    '%s: use roles, not colours of the palette for text',
    (file) => {
      expect(readFileSync(join(web, file), 'utf8')).not.toMatch(/#[0-9a-f]{3,8}\b|\brgb\(/i);
    },
  );

  it('are never written into elements, as the policy refuses that', () => {
    const styled = filesOf('{app,features,ui}/**/*.tsx').filter((file) =>
      /\sstyle=\{/.test(readFileSync(join(web, file), 'utf8')),
    );
    expect(styled).toEqual([]);
  });

  it('marks stay visible in forced colours: each mark that is a background alone is named', () => {
    const forced = readFileSync(join(web, 'ui/styles/forced-colors.css'), 'utf8');
    const [kept = ''] = forced.match(/\.stone::before,[^}]*forced-color-adjust: none/) ?? [];
    for (const mark of ['.stone::before', '.imp__bars i', '.swatches i', '.legend i', '.steps i', '.bar i']) {
      expect(kept).toContain(mark);
    }
    expect(readFileSync(join(web, 'ui/document.tsx'), 'utf8')).toContain('./styles/forced-colors.css');
  });
});
