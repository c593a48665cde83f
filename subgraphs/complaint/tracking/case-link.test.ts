import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCaseLink, openCaseLinks } from './case-link.ts';

const links = openCaseLinks(Buffer.alloc(32, 7));
const linked = { caseId: '0198c0de-0000-7000-8000-00000000abcd', sealedContact: Buffer.from('sealed') };
const ends = new Date('2026-11-24T12:30:00Z');
const before = new Date('2026-11-24T12:29:59Z');

describe('the token of a mail’s link', () => {
  it('opens its case until it ends', () => {
    const token = links.issue(linked, ends);
    expect(isCaseLink(token)).toBe(true);
    // It ends the path of a page: with a dot in it the web server would take that for a file.
    expect(token).toMatch(/^[\w-]+$/);
    expect(links.matches(token, linked, before)).toBe(true);
    expect(links.matches(token, linked, ends)).toBe(false);
  });

  it('opens no other case, and none whose contact has changed', () => {
    const token = links.issue(linked, ends);
    const other = { ...linked, caseId: '0198c0de-0000-7000-8000-00000000abce' };
    expect(links.matches(token, other, before)).toBe(false);
    expect(links.matches(token, { ...linked, sealedContact: Buffer.from('other') }, before)).toBe(false);
  });

  it('is nothing that anybody can make up or change', () => {
    const token = links.issue(linked, ends);
    const foreign = openCaseLinks(Buffer.alloc(32, 8)).issue(linked, ends);
    for (const wrong of ['', 'L_', foreign, `${token}A`, token.slice(2), 'AAAA-AAAA-AAAA-AAAA-AAAA']) {
      expect(links.matches(wrong, linked, before)).toBe(false);
    }
    for (const last of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
      const changed = token.slice(0, -1) + last;
      expect(links.matches(changed, linked, before)).toBe(changed === token);
    }
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 28 }), fc.constantFrom(...'AZaz09-_'), (at, letter) => {
        const changed = token.slice(0, at) + letter + token.slice(at + 1);
        fc.pre(changed !== token);
        expect(links.matches(changed, linked, before)).toBe(false);
      }),
    );
  });
});
