import { describe, expect, it } from 'vitest';
import { longestTime } from './latest-answer.ts';

const row = (type: string, workingDays: number | null, workingMinutes: number | null = null) => ({
  type,
  workingDays,
  workingMinutes,
});
const policies = [
  { effectiveFrom: '2027-01-01', resolve: [row('COMPLAINT', 30)] },
  {
    effectiveFrom: '2026-01-01',
    resolve: [
      row('COMPLAINT', 3),
      row('COMPLAINT', 10),
      row('COMPLAINT', null, 420),
      row('INQUIRY', null, 600),
    ],
  },
  { effectiveFrom: '2020-01-01', resolve: [row('COMPLAINT', 60)] },
];

describe('the latest day of the answer', () => {
  it('is the longest time of the type in the policy that is in force', () => {
    expect(longestTime(policies, 'COMPLAINT', '2026-12-01')).toBe(10);
    expect(longestTime(policies, 'COMPLAINT', '2027-01-01')).toBe(30);
  });

  it('counts minutes as days of the shortest kind, and the day on which it begins', () => {
    expect(longestTime(policies, 'INQUIRY', '2026-12-01')).toBe(3);
  });

  it('is not said where no policy says it', () => {
    expect(longestTime(policies, 'SUGGESTION', '2026-12-01')).toBeNull();
    expect(longestTime([], 'COMPLAINT', '2026-12-01')).toBeNull();
  });
});
