import { describe, expect, it } from 'vitest';
import { agoOf, freshnessOf } from './ago.ts';

const now = 1_000 * 86_400_000;

describe('how long ago', () => {
  it('is the largest whole unit', () => {
    expect(agoOf(now - 59_000, now)).toEqual({ unit: 'minutes', count: 0 });
    expect(agoOf(now - 3 * 60_000, now)).toEqual({ unit: 'minutes', count: 3 });
    expect(agoOf(now - 150 * 60_000, now)).toEqual({ unit: 'hours', count: 2 });
    expect(agoOf(now - 50 * 3_600_000, now)).toEqual({ unit: 'days', count: 2 });
  });

  it('never lies in the future, though the clocks of two machines disagree', () => {
    expect(agoOf(now + 5_000, now)).toEqual({ unit: 'minutes', count: 0 });
  });

  it('counts seconds where freshness matters', () => {
    expect(freshnessOf(now - 2_400, now)).toEqual({ unit: 'seconds', count: 2 });
  });
});
