import { describe, expect, it } from 'vitest';
import { toLatinDigits } from './digits.ts';

describe('toLatinDigits', () => {
  it('reads digits of three scripts', () => {
    expect(toLatinDigits('٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ 0123456789')).toBe('0123456789 0123456789 0123456789');
  });

  it('leaves letters and marks alone', () => {
    expect(toLatinDigits('شارع ٧، بناية 12/ب')).toBe('شارع 7، بناية 12/ب');
  });
});
