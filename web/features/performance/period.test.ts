import { describe, expect, it } from 'vitest';
import { readChoice, toFilter, toParameters } from './choice.ts';
import { readPeriod, windowOf } from './period.ts';

describe('a period', () => {
  it('is of days in Amman: late in the evening in London it is tomorrow', () => {
    expect(windowOf('month', new Date('2026-10-31T22:30:00Z'))).toEqual({
      from: '2026-11-01',
      to: '2026-11-02',
    });
  });

  it('reaches over the turn of the year', () => {
    const now = new Date('2026-01-15T09:00:00Z');
    expect(windowOf('lastMonth', now)).toEqual({ from: '2025-12-01', to: '2026-01-01' });
    expect(windowOf('year', now)).toEqual({ from: '2025-02-01', to: '2026-01-16' });
    expect(windowOf('quarter', now)).toEqual({ from: '2025-10-18', to: '2026-01-16' });
  });

  it('that nobody knows is this month', () => {
    expect(readPeriod('century')).toBe('month');
  });
});

describe('a choice in the address', () => {
  const now = new Date('2026-11-24T09:00:00Z');

  it('comes back the same', () => {
    const choice = readChoice({ period: 'year', sector: 'HLT', governorate: '' }, now);
    expect(toParameters(choice).toString()).toBe('period=year&sector=HLT');
    expect(toFilter(choice)).toEqual({ sector: ['HLT'] });
  });

  it('of rubbish is none', () => {
    expect(toFilter(readChoice({ sector: '"><script>', governorate: ['A', 'B'] }, now))).toBeNull();
  });
});
