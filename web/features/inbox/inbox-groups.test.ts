import { describe, expect, it } from 'vitest';
import type { SlaReading } from '../staff/sla-words.ts';
import { groupRows } from './inbox-groups.ts';

const now = Date.parse('2026-11-23T11:42:00+03:00');
const due = (id: string, dueAt: string | null, status: SlaReading['status'] = 'ON_TIME') => ({
  id,
  sla: {
    status,
    acknowledgeBy: '2026-11-23T15:30:00+03:00',
    acknowledgedAt: null,
    dueAt,
    remainingWorkingMinutes: 100,
    remainingWorkingDays: 0,
  },
});

describe('the headings of the inbox', () => {
  it('parts the late, today and later', () => {
    const groups = groupRows(
      [
        due('a', '2026-11-19T15:30:00+03:00', 'OVERDUE'),
        due('b', '2026-11-23T12:47:00+03:00'),
        due('c', null),
        due('d', '2026-11-25T15:30:00+03:00'),
      ],
      now,
    );
    expect(groups.map((group) => [group.name, group.rows.map((row) => row.id).join('')])).toEqual([
      ['overdue', 'a'],
      ['today', 'bc'],
      ['later', 'd'],
    ]);
  });

  it('reads "today" off the wall clock of Amman', () => {
    const lateEvening = Date.parse('2026-11-22T22:00:00Z');
    expect(groupRows([due('a', '2026-11-23T12:00:00+03:00')], lateEvening)[0]?.name).toBe('today');
  });

  it('keeps the order of the rows, even when a heading must come twice', () => {
    const groups = groupRows(
      [
        due('a', '2026-11-25T15:30:00+03:00'),
        due('b', '2026-11-23T15:30:00+03:00'),
        due('c', '2026-11-26T15:30:00+03:00'),
      ],
      now,
    );
    expect(groups.map((group) => group.name)).toEqual(['later', 'today', 'later']);
  });
});
