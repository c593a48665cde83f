import { describe, expect, it } from 'vitest';
import { wallWindows } from './windows.ts';

describe('the windows of the wall', () => {
  it('end tomorrow, because they are half-open and today belongs to them', () => {
    expect(wallWindows(Date.parse('2026-11-23T11:42:00+03:00'))).toEqual({
      today: { from: '2026-11-23', to: '2026-11-24' },
      week: { from: '2026-11-17', to: '2026-11-24' },
      thirtyDays: { from: '2026-10-25', to: '2026-11-24' },
    });
  });

  it('turn at midnight in Amman', () => {
    expect(wallWindows(Date.parse('2026-12-31T20:59:59Z')).today).toEqual({
      from: '2026-12-31',
      to: '2027-01-01',
    });
    expect(wallWindows(Date.parse('2026-12-31T21:00:00Z'))).toEqual({
      today: { from: '2027-01-01', to: '2027-01-02' },
      week: { from: '2026-12-26', to: '2027-01-02' },
      thirtyDays: { from: '2026-12-03', to: '2027-01-02' },
    });
  });
});
