import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crockfordAlphabet } from './crockford.ts';
import { makeReference, parseReference, referenceBytes } from './reference.ts';

const references = fc
  .tuple(fc.integer({ min: 2000, max: 2079 }), fc.uint8Array({ minLength: 5, maxLength: 5 }))
  .map(([year, random]) => makeReference(year, random));
const read = (reference: string) => ({ problem: null, reference });

describe('the reference of a case', () => {
  it('looks like BK-2026-7Q4M-K2XD-9', () => {
    const shape = /^BK-2026-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$/;
    expect(makeReference(2026, randomBytes(referenceBytes))).toMatch(shape);
  });

  it('is read however it is typed', () => {
    fc.assert(
      fc.property(references, (reference) => {
        const bare = reference.replaceAll('-', '');
        const arabic = reference.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
        const confused = reference.replaceAll('0', 'o').replaceAll('1', 'l');
        const isolated = `\u2068 ${reference}\u2069\n`;
        for (const typed of [bare, bare.slice(2), bare.toLowerCase(), arabic, confused, isolated]) {
          expect(parseReference(typed)).toEqual(read(reference));
        }
      }),
    );
  });

  it('notices one wrong symbol anywhere', () => {
    fc.assert(
      fc.property(references, fc.nat(11), fc.nat(30), (reference, place, shift) => {
        const symbols = [...reference.replaceAll('-', '').slice(2)];
        const old = crockfordAlphabet.indexOf(symbols[place + 1] ?? '');
        const wrong = crockfordAlphabet[(old + 1 + shift) % 32] ?? '';
        symbols[place + 1] = wrong;
        expect(parseReference(symbols.join('')).problem).not.toBeNull();
      }),
    );
  });

  it('notices two neighbours swapped', () => {
    fc.assert(
      fc.property(references, fc.nat(7), (reference, place) => {
        const symbols = [...reference.replaceAll('-', '').slice(2)];
        const [a = '', b = ''] = symbols.slice(place + 4, place + 6);
        fc.pre(a !== b);
        symbols.splice(place + 4, 2, b, a);
        expect(parseReference(symbols.join(''))).toEqual({ problem: 'WRONG_CHECK_DIGIT' });
      }),
    );
  });

  it('tells what is no reference at all from a slip of the finger', () => {
    expect(parseReference('hello')).toEqual({ problem: 'NOT_A_REFERENCE' });
    expect(parseReference('9'.repeat(100_000))).toEqual({ problem: 'NOT_A_REFERENCE' });
    expect(parseReference('')).toEqual({ problem: 'NOT_A_REFERENCE' });
  });
});
