import { describe, expect, it } from 'vitest';
import { caseTypes } from '../../ui/vocabulary.ts';
import { boxIn, draftOf, importances, regrouped, toInput, wholeNumber, windowOf } from './policy-draft.ts';

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

describe('a policy in its editor', () => {
  it('shows a line for each pillar that has its own, and an empty one where nothing is said', () => {
    const { rows } = draftOf(policy, '2026-11-24');
    expect(rows.map(({ type, pillar, cells }) => [type, pillar, cells.LOW.time, cells.LOW.unit])).toEqual([
      ['COMPLAINT', 'QUALITY', '3', 'days'],
      ['COMPLAINT', null, '5', 'days'],
      ['INQUIRY', null, '240', 'minutes'],
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
      ['QUALITY', '240'],
      ['TIME', '240'],
      ['STAFF', '240'],
      ['PROCEDURE', '240'],
      ['INFRASTRUCTURE', '240'],
    ]);
    expect(regrouped(rows, 'COMPLAINT').filter((row) => row.type === 'COMPLAINT')).toMatchObject([
      { pillar: null, cells: { LOW: { time: '3' } } },
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
