import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openRatingTokens } from './rating-token.ts';

const key = Buffer.alloc(32, 7);
const tokens = openRatingTokens(key);
const permit = {
  caseId: '0198c0de-0000-7000-8000-00000000abcd',
  cycle: 2,
  expiresAt: new Date('2026-11-24T12:30:00Z'),
};
const before = new Date('2026-11-24T12:29:59Z');

describe('the token of a rating link', () => {
  it('says which case and round it is for, and until when', () => {
    const token = tokens.issue(permit);
    expect(token).toMatch(/^[\w-]{51}$/);
    expect(tokens.read(token, before)).toEqual(permit);
  });

  it('is of no use once it has expired', () => {
    expect(tokens.read(tokens.issue(permit), permit.expiresAt)).toBeNull();
  });

  it('is nothing that anybody can make up or change', () => {
    const token = tokens.issue(permit);
    const other = openRatingTokens(Buffer.alloc(32, 8)).issue(permit);
    for (const wrong of ['', 'x', other, `${token}A`, token.slice(1), ` ${token}`]) {
      expect(tokens.read(wrong, before)).toBeNull();
    }
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), fc.constantFrom(...'AZaz09-_'), (at, letter) => {
        const changed = token.slice(0, at) + letter + token.slice(at + 1);
        fc.pre(changed !== token);
        expect(tokens.read(changed, before)).toBeNull();
      }),
    );
  });

  it('keeps any case, round and second', () => {
    const seconds = fc.integer({ min: 1_800_000_000, max: 4_000_000_000 });
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 1, max: 65_535 }), seconds, (caseId, cycle, at) => {
        const any = { caseId, cycle, expiresAt: new Date(at * 1000) };
        expect(tokens.read(tokens.issue(any), before)).toEqual(any);
      }),
    );
  });
});
