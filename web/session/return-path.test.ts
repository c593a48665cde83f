import { describe, expect, it } from 'vitest';
import { safeReturnPath } from './return-path.ts';

describe('the way back after signing in', () => {
  it('keeps a path of this site with its question', () => {
    expect(safeReturnPath('/ar/mine?after=x', '/ar')).toBe('/ar/mine?after=x');
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '',
    null,
    '/\t/evil.example',
  ])('never leads to another site: %s', (value) => {
    const path = safeReturnPath(value, '/ar');
    expect(new URL(path, 'http://this.site').origin).toBe('http://this.site');
    expect(path.startsWith('//')).toBe(false);
  });
});
