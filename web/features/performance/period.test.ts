import { addDays, ammanDay, parseDay } from '@bekhedmetkom/time/amman';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChoice, toFilter, toParameters } from './choice.ts';
import { periods, readPeriod, windowOf } from './period.ts';

const at = (moment: string) => Date.parse(moment);
const length = ({ from, to }: { from: string; to: string }) => parseDay(to) - parseDay(from);

describe('a period', () => {
  it('is of days in Amman: late in the evening in London it is tomorrow', () => {
    expect(windowOf('thirtyDays', at('2026-10-31T22:30:00Z'))).toEqual({
      from: '2026-10-03',
      to: '2026-11-02',
    });
  });

  it('reaches over the turn of the year', () => {
    const now = at('2026-01-15T09:00:00Z');
    expect(windowOf('lastMonth', now)).toEqual({ from: '2025-12-01', to: '2026-01-01' });
    expect(windowOf('year', now)).toEqual({ from: '2025-02-01', to: '2026-01-16' });
    expect(windowOf('quarter', now)).toEqual({ from: '2025-10-18', to: '2026-01-16' });
  });

  it.each([
    ['the first of a month', '2026-12-01T05:00:00Z'],
    ['the first minute of a year', '2026-12-31T21:00:30Z'],
    ['the last minute of a year', '2026-12-31T20:59:30Z'],
    ['the first of March after a leap day', '2028-02-29T21:30:00Z'],
    ['a Friday', '2026-11-27T09:00:00Z'],
    ['Ramadan', '2026-02-20T09:00:00Z'],
    ['a winter day before 2022', '2018-01-31T21:30:00Z'],
  ])('is of whole length and holds today on %s', (_, moment) => {
    const now = at(moment);
    for (const period of periods) {
      const window = windowOf(period, now);
      expect(length(window), period).toBeGreaterThanOrEqual(28);
      if (period !== 'lastMonth') expect(addDays(window.to, -1), period).toBe(ammanDay(now));
    }
  });

  it('that is the default is thirty days long on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2060, 0) }), (now) => {
        return length(readChoice({}, now).window) === 30;
      }),
    );
  });

  it('that nobody knows is the last thirty days', () => {
    expect(readPeriod('century')).toBe('thirtyDays');
    expect(readPeriod('month')).toBe('thirtyDays');
  });
});

describe('a choice in the address', () => {
  const now = at('2026-11-24T09:00:00Z');

  it('comes back the same', () => {
    const choice = readChoice({ period: 'year', sector: 'HLT', governorate: '' }, now);
    expect(toParameters(choice).toString()).toBe('period=year&sector=HLT');
    expect(toFilter(choice)).toEqual({ sector: ['HLT'] });
  });

  it('of rubbish is none', () => {
    expect(toFilter(readChoice({ sector: '"><script>', governorate: ['A', 'B'] }, now))).toBeNull();
  });
});
