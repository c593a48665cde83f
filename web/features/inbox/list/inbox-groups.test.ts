import { describe, expect, it } from 'vitest';
import type { CaseFilter } from '../../../graphql/generated/graphql.ts';
import type { SlaReading } from '../../staff/sla-words.ts';
import { dueGroups, filterOfGroup, groupByEntity, groupRows } from './inbox-groups.ts';

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

  it('puts what waits for its applicant apart, as it stands behind all deadlines', () => {
    const rows = [due('a', '2026-11-25T15:30:00+03:00'), due('b', '2026-11-23T15:30:00+03:00', 'PAUSED')];
    expect(groupRows(rows, now).map((group) => group.name)).toEqual(['later', 'paused']);
  });

  it('parts entities in the order in which they come', () => {
    // Without names: while the directory is away, entities stay apart.
    const rows = ['MOH', 'MOH', null, 'MIYAHUNA'].map((code) => ({
      assigned: code === null ? null : { code },
    }));
    expect(groupByEntity(rows).map(({ name, rows: some }) => [name, some.length])).toEqual([
      ['MOH', 2],
      ['', 1],
      ['MIYAHUNA', 1],
    ]);
  });
});

describe('the filter of a heading', () => {
  const of = (filter: CaseFilter) =>
    Object.fromEntries(dueGroups.map((group) => [group, filterOfGroup(filter, group, now)]));

  it('divides the list: each case stands under one heading, and none is counted twice', () => {
    expect(of({ open: true })).toEqual({
      overdue: { open: true, sla: ['OVERDUE'] },
      today: { open: true, sla: ['ON_TIME', 'DUE_SOON'], due: { from: '1970-01-01', to: '2026-11-24' } },
      later: { open: true, sla: ['ON_TIME', 'DUE_SOON'], due: { from: '2026-11-24', to: '9000-01-01' } },
      paused: { open: true, sla: ['PAUSED'] },
      stopped: { open: true, sla: ['STOPPED'] },
    });
  });

  it('stays within what the list is narrowed to', () => {
    const filter: CaseFilter = { sla: ['DUE_SOON'], due: { from: '2026-11-20', to: '2026-11-23' } };
    expect(of(filter)).toMatchObject({
      overdue: { sla: [] },
      today: { sla: ['DUE_SOON'], due: { from: '2026-11-20', to: '2026-11-23' } },
      later: { sla: [] },
    });
  });
});
