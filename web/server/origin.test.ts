import { describe, expect, it } from 'vitest';
import { isForeign } from './origin.ts';

const own = 'https://bekhedmetkom.example';

describe('a form', () => {
  it('of another site is foreign', () => {
    expect(isForeign('POST', 'https://evil.example', 'bekhedmetkom.example', own)).toBe(true);
    expect(isForeign('POST', 'null', 'bekhedmetkom.example', own)).toBe(true);
  });

  it('of this site is not, also behind a proxy that renames the host', () => {
    expect(isForeign('POST', own, 'internal:3000', own)).toBe(false);
    expect(isForeign('POST', 'http://127.0.0.1:3000', '127.0.0.1:3000', own)).toBe(false);
  });

  it('is not what reading is', () => {
    expect(isForeign('GET', 'https://evil.example', 'bekhedmetkom.example', own)).toBe(false);
  });
});
