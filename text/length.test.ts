import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutToLength, lengthOf } from './length.ts';

describe('a length', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['مدرسة', 5],
    ['مُعَلِّمَةٌ', 5],
    ['👨‍👩‍👧‍👦', 1],
    ['🇯🇴🇵🇸', 2],
    ['e\u0301', 1],
    ['a\r\nb', 3],
    ['\u200fأ\u200e', 1],
  ])('of %j is %i', (text, length) => expect(lengthOf(text)).toBe(length));

  it('is cut between what a reader sees as characters', () => {
    expect(cutToLength('ab👩🏽‍💻cd', 3)).toBe('ab👩🏽‍💻');
    expect(cutToLength('ab👩🏽‍💻cd', 2)).toBe('ab');
    expect(cutToLength('مُعَلِّم', 2)).toBe('مُعَ');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), fc.nat(60), (text, max) => {
        const cut = cutToLength(text, max);
        expect(text.startsWith(cut)).toBe(true);
        expect(lengthOf(cut)).toBe(Math.min(max, lengthOf(text)));
        expect(cut.isWellFormed()).toBe(true);
      }),
    );
  });
});
