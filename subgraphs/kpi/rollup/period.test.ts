import { formatDay, parseDay, startOfNextMonth } from '@bekhedmetkom/time/amman';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bucket, before, cover, type Period, split } from '../dimension/period.ts';

const span = (from: string, to: string) => ({ from: parseDay(from), to: parseDay(to) });
const show = ({ period, start }: Bucket) => `${period} ${formatDay(start)}`;
const daysOf = ({ period, start }: Bucket): number[] => {
  const end = { day: start + 1, week: start + 7, month: startOfNextMonth(start) }[period];
  return Array.from({ length: end - start }, (_, index) => start + index);
};

describe('a window put together from buckets', () => {
  it('takes a whole month as one', () => {
    expect(cover(span('2026-11-01', '2026-12-01')).map(show)).toEqual(['month 2026-11-01']);
  });

  it('takes days up to Sunday, then weeks, then days', () => {
    expect(cover(span('2026-11-06', '2026-11-24')).map(show)).toEqual([
      'day 2026-11-06',
      'day 2026-11-07',
      'week 2026-11-08',
      'week 2026-11-15',
      'day 2026-11-22',
      'day 2026-11-23',
    ]);
  });

  it('does not let a week eat into a month that fits whole', () => {
    const buckets = cover(span('2026-03-28', '2026-05-02')).map(show);
    expect(buckets).toContain('month 2026-04-01');
    expect(buckets).not.toContain('week 2026-03-29');
  });

  it('is empty for an empty window', () => {
    expect(cover(span('2026-03-28', '2026-03-28'))).toEqual([]);
  });

  it('covers each day of any window exactly once, with few buckets', () => {
    const kept = fc.constantFrom<Period[]>(['day', 'week', 'month'], ['day', 'month'], ['day']);
    fc.assert(
      fc.property(fc.integer({ min: -900, max: 21_000 }), fc.nat(1_500), kept, (from, length, periods) => {
        const buckets = cover({ from, to: from + length }, periods);
        const days = buckets.flatMap(daysOf);
        expect(days).toEqual(Array.from({ length }, (_, index) => from + index));
        if (periods.length === 3) expect(buckets.length).toBeLessThanOrEqual(28 + length / 28);
      }),
    );
  });
});

describe('a series', () => {
  it('cuts a window at months, the first and last of them short', () => {
    expect(split(span('2026-01-20', '2026-03-05'), 'month')).toEqual([
      span('2026-01-20', '2026-02-01'),
      span('2026-02-01', '2026-03-01'),
      span('2026-03-01', '2026-03-05'),
    ]);
  });

  it('cuts a window at Sundays', () => {
    expect(split(span('2026-11-20', '2026-11-24'), 'week')).toEqual([
      span('2026-11-20', '2026-11-22'),
      span('2026-11-22', '2026-11-24'),
    ]);
  });
});

it('compares a window with the one of equal length before it', () => {
  expect(before(span('2026-11-01', '2026-11-08'))).toEqual(span('2026-10-25', '2026-11-01'));
});
