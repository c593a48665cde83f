import { describe, expect, it } from 'vitest';
import { ammanDay, formatDate, formatNumber, formatPercent, formatTick } from './format.ts';

const now = new Date('2026-11-24T09:00:00Z');

describe('dates', () => {
  it('have the month names of Jordan and Latin digits', () => {
    expect(formatDate('ar', '2026-11-24', 'day', now)).toBe('الثلاثاء، 24 تشرين الثاني');
    expect(formatDate('en', '2026-11-24', 'day', now)).toBe('Tuesday, November 24');
  });

  it('are of Amman, wherever the server is', () => {
    expect(ammanDay(new Date('2026-11-23T22:00:00Z'))).toBe('2026-11-24');
    expect(formatDate('en', '2026-11-23T22:30:00Z', 'time', now)).toBe('1:30 AM');
  });

  it('tell the year when it is another one', () => {
    expect(formatDate('en', '2025-11-24', 'day', now)).toContain('2025');
  });

  it('are short on an axis', () => {
    expect([
      formatTick('ar', '2026-11-15'),
      formatTick('ar', '2026-01'),
      formatTick('en', '2026-11-15'),
    ]).toEqual(['15 ت2', 'ك2', 'Nov 15']);
  });
});

describe('numbers', () => {
  it('are Latin in both languages', () => {
    expect(formatNumber('ar', 12_345.5, 1)).toBe('12,345.5');
  });

  it('stand apart from Arabic words around them', () => {
    expect(formatPercent('ar', 0.938)).toBe('\u206693.8%\u2069');
    expect(formatPercent('en', 0.938)).toBe('93.8%');
  });

  it.each([
    [0, '0%'],
    [0.05, '5%'],
    [0.054, '5.4%'],
    [1, '100%'],
    [0.9996, '100%'],
    [12.5, '1,250%'],
  ])('write a share of %d as %s in both languages', (ratio, text) => {
    expect(formatPercent('en', ratio)).toBe(text);
    expect(formatPercent('ar', ratio)).toBe(`\u2066${text}\u2069`);
  });
});
