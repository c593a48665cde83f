import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPhone } from './phone.ts';

describe('a phone number', () => {
  it.each([
    ['079 123 4567', '+962791234567'],
    ['079.123.4567', '+962791234567'],
    ['079-123-4567', '+962791234567'],
    ['079\u2011123\u20134567', '+962791234567'],
    ['٠٧٩١٢٣٤٥٦٧', '+962791234567'],
    ['۰۷۹ ۱۲۳ ۴۵۶۷', '+962791234567'],
    ['００９６２７９１２３４５６７', '+962791234567'],
    ['\u200b0791234567', '+962791234567'],
    ['\u202b0791234567\u202c', '+962791234567'],
    ['\u200f+962\u00a079\u00a01234567', '+962791234567'],
    ['+962 (0)79 123 4567', '+962791234567'],
    ['+962 (79) 123-4567', '+962791234567'],
    ['00962791234567', '+962791234567'],
    ['٠٠٩٦٢٧٩١٢٣٤٥٦٧', '+962791234567'],
    ['962791234567', '+962791234567'],
    ['٩٦٢٧٩١٢٣٤٥٦٧+', '+962791234567'],
    ['791234567', '+962791234567'],
    ['tel:+962791234567', '+962791234567'],
    ['هاتف: ٠٧٩١٢٣٤٥٦٧', '+962791234567'],
    ['Mob. 079 1234567', '+962791234567'],
    ['+00962791234567', '+962791234567'],
    ['0962791234567', '+962791234567'],
    ['0773 123 456', '+962773123456'],
    ['06 5008080', '+96265008080'],
    ['(02) 720-1000', '+96227201000'],
    ['0800 22222', '+96280022222'],
    ['+44 20 7946 0958', '+442079460958'],
    ['+1 (202) 555-0143', '+12025550143'],
    ['0020 10 1234 5678', '+201012345678'],
  ])('%j is read as %s', (typed, read) => expect(readPhone(typed)).toBe(read));

  it.each([
    '',
    '12345',
    '5008080',
    '0741234567',
    '+96279',
    'call me',
    '079 123 456 x',
    '+',
    '07912345678',
    '+962 79 12 34',
    '0791234567 / 0781234567',
    '06 5008080 ext. 12',
    '1'.repeat(100),
  ])('%j is none', (typed) => expect(readPhone(typed)).toBeNull());

  it('is the same whatever stands between its digits, in any digits, and when read again', () => {
    const between = fc.constantFrom('', ' ', '-', '.', '\u00a0', '\u200e', '\u200b', '/', '\u202a', '\t');
    const digits = fc.constantFrom('0123456789', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹');
    const subscriber = fc.integer({ min: 0, max: 9_999_999 }).map((n) => String(n).padStart(7, '0'));
    const start = fc.constantFrom('0', '+962', '00962', '962', '+962(0)');
    fc.assert(
      fc.property(
        start,
        fc.constantFrom('77', '78', '79'),
        subscriber,
        digits,
        between,
        (head, code, tail, script, gap) => {
          const local = [...`${code}${tail}`].map((digit) => script[Number(digit)]).join(gap);
          const expected = `+962${code}${tail}`;
          expect(readPhone(`${head}${gap}${local}`)).toBe(expected);
          expect(readPhone(expected)).toBe(expected);
        },
      ),
    );
  });
});
