import { describe, expect, it } from 'vitest';
import { percentClass } from './percent-class.ts';

describe('a percentage', () => {
  it('is told by its tens and ones', () => {
    expect(percentClass('v', 93.4)).toBe('v-tens-9 v-ones-3');
    expect(percentClass('t', 100)).toBe('t-tens-10 t-ones-0');
    expect(percentClass('t', 0)).toBe('t-tens-0 t-ones-0');
  });

  it.each([
    [-5, 'v-tens-0 v-ones-0'],
    [120, 'v-tens-10 v-ones-0'],
    [Number.NaN, 'v-tens-0 v-ones-0'],
  ])('stays within its bounds: %d', (percent, classes) => {
    expect(percentClass('v', percent)).toBe(classes);
  });
});
