import { describe, expect, it } from 'vitest';
import { caseTypes } from '../../../ui/vocabulary.ts';
import {
  boxIn,
  changedCells,
  draftOf as draftIn,
  importances,
  minutesOfDay,
  regrouped,
  toInput,
  wholeNumber,
  windowOf,
} from './policy-draft.ts';

const time = (type: 'COMPLAINT' | 'INQUIRY', pillar: 'QUALITY' | null, workingDays: number | null) =>
  importances.map((importance) => ({
    type,
    pillar,
    importance,
    workingDays,
    workingMinutes: workingDays === null ? 240 : null,
  }));
const policy = {
  acknowledge: caseTypes.map((type) => ({ type, minutes: 420 })),
  resolve: [
    ...time('COMPLAINT', 'QUALITY', 3),
    ...time('COMPLAINT', null, 5),
    ...time('INQUIRY', null, null),
  ],
};

const dayMinutes = minutesOfDay({ hoursOpen: '08:30', hoursClose: '15:30' });
const draftOf = (given: Parameters<typeof draftIn>[0], today: string) => draftIn(given, today, dayMinutes);

describe('a policy in its editor', () => {
  it('shows a line for each pillar that has its own, and an empty one where nothing is said', () => {
    const { rows } = draftOf(policy, '2026-11-24');
    expect(rows.map(({ type, pillar, cells }) => [type, pillar, cells.LOW.time, cells.LOW.unit])).toEqual([
      ['COMPLAINT', 'QUALITY', '3', 'days'],
      ['COMPLAINT', null, '5', 'days'],
      ['INQUIRY', null, '4', 'hours'],
      ['REPORT', null, '', 'days'],
      ['SUGGESTION', null, '', 'days'],
    ]);
  });

  it('sends what is filled in, each in its unit', () => {
    const input = toInput(draftOf(policy, '2026-11-24'), 'SMOKING');
    expect(input).toMatchObject({ programme: 'SMOKING', effectiveFrom: '2026-11-25' });
    expect(input.acknowledge[0]).toEqual({ type: 'COMPLAINT', minutes: 420 });
    expect(input.resolve).toHaveLength(12);
    expect(input.resolve.at(-1)).toEqual({
      type: 'INQUIRY',
      pillar: null,
      importance: 'CRITICAL',
      workingDays: null,
      workingMinutes: 240,
    });
  });

  it('divides a line by pillar and draws it together again', () => {
    const { rows } = draftOf(policy, '2026-11-24');
    const divided = regrouped(rows, 'INQUIRY').filter((row) => row.type === 'INQUIRY');
    expect(divided.map((row) => [row.pillar, row.cells.HIGH.time])).toEqual([
      ['QUALITY', '4'],
      ['TIME', '4'],
      ['STAFF', '4'],
      ['PROCEDURE', '4'],
      ['INFRASTRUCTURE', '4'],
    ]);
    expect(regrouped(rows, 'COMPLAINT').filter((row) => row.type === 'COMPLAINT')).toMatchObject([
      { pillar: null, cells: { LOW: { time: '3' } } },
    ]);
  });

  it.each([
    [840, '2', 'days'],
    [420, '1', 'days'],
    [480, '8', 'hours'],
    [60, '1', 'hours'],
    [90, '90', 'minutes'],
  ])('says %i minutes to classify as people do, and sends the same', (minutes, time, unit) => {
    const given = { ...policy, acknowledge: caseTypes.map((type) => ({ type, minutes })) };
    const draft = draftOf(given, '2026-11-24');
    expect(draft.acknowledge.REPORT).toEqual({ time, unit });
    expect(toInput(draft, 'SMOKING').acknowledge.map((one) => one.minutes)).toEqual(
      caseTypes.map(() => minutes),
    );
  });

  it('knows which cells differ from the policy in force, and what they were', () => {
    const inForce = draftOf(policy, '2026-11-24');
    expect(changedCells(draftOf(policy, '2026-11-24'), inForce)).toEqual(new Map());
    const draft = draftOf(policy, '2026-11-24');
    draft.acknowledge.REPORT = { time: '7', unit: 'hours' };
    const inquiry = draft.rows[2];
    if (inquiry) inquiry.cells.HIGH = { time: '240', unit: 'minutes' };
    // Seven hours are the usual day, and 240 minutes four hours: nothing was changed by saying it otherwise.
    expect(changedCells(draft, inForce)).toEqual(new Map());
    draft.acknowledge.REPORT = { time: '٨', unit: 'hours' };
    if (inquiry) inquiry.cells.LOW = { time: '4', unit: 'days' };
    const divided = { ...draft, rows: regrouped(draft.rows, 'INQUIRY') };
    expect([...changedCells(draft, inForce)]).toEqual([
      ['acknowledge-REPORT', { time: '1', unit: 'days' }],
      ['cell-2-LOW', { time: '4', unit: 'hours' }],
    ]);
    expect([...changedCells(divided, inForce).keys()]).toEqual([
      'acknowledge-REPORT',
      ...[2, 3, 4, 5, 6].map((place) => `cell-${place}-LOW`),
    ]);
  });

  it('leads errors to their cells, past those that were left empty', () => {
    const draft = draftOf(policy, '2026-11-24');
    const first = draft.rows[0];
    if (first) first.cells.LOW.time = '';
    const box = boxIn(draft);
    expect(box(['policy', 'resolve', '0'])).toBe('cell-0-MEDIUM');
    expect(box(['policy', 'resolve', '3'])).toBe('cell-1-LOW');
    expect(box(['policy', 'resolve'])).toBeNull();
    expect(box(['policy', 'effectiveFrom'])).toBe('policy-effectiveFrom');
    expect(box(['expectedVersion'])).toBeNull();
  });

  it('reads digits of both scripts, and days of a window', () => {
    expect([' ١٤ ', '7', 'a week', '1.5'].map(wholeNumber)).toEqual([14, 7, 0, 0]);
    expect(windowOf('2026-11-24', 30)).toEqual({ from: '2026-10-26', to: '2026-11-25' });
  });
});
