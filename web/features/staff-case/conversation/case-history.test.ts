import { describe, expect, it } from 'vitest';
import { type StoryEntry, saidElsewhere, tell } from './case-history.ts';

const entry = (
  action: StoryEntry['action'],
  by: StoryEntry['by'],
  text: string | null = null,
): StoryEntry => ({
  at: '2026-11-24T08:00:00.000Z',
  action,
  by,
  text,
});

describe('the story of a case', () => {
  it('says that nobody replied, not that the applicant did', () => {
    expect(tell(entry('REPLY', 'SYSTEM'), [])).toEqual({ kind: 'nobodyReplied' });
    expect(tell(entry('REPLY', 'APPLICANT', 'نعم'), [])).toEqual({ kind: 'action', action: 'REPLY' });
  });

  it('says that nobody rated the answer', () => {
    expect(tell(entry('CLOSE', 'SYSTEM'), [])).toEqual({ kind: 'nobodyRated' });
  });

  it('says that nobody decided the transfer in time', () => {
    expect(tell(entry('REFER_TRANSFER', 'SYSTEM'), [])).toEqual({ kind: 'referred' });
  });

  it('names the levels that were reached at that moment, and no others', () => {
    const reached = [
      { level: 'L0' as const, at: '2026-11-20T08:00:00Z' },
      { level: 'L1' as const, at: '2026-11-24T11:00:00+03:00' },
      { level: 'L2' as const, at: '2026-11-24T08:00:00Z' },
    ];
    expect(tell(entry('ESCALATE', 'SYSTEM'), reached)).toEqual({ kind: 'climbed', levels: ['L1', 'L2'] });
    const at = '2026-11-24T08:00:00Z';
    const reminder = { level: 'L0' as const, at };
    expect(tell(entry('ESCALATE', 'SYSTEM'), [reminder])).toEqual({ kind: 'reminded' });
    expect(tell(entry('ESCALATE', 'SYSTEM'), [reminder, { level: 'L1', at }])).toEqual({
      ...{ kind: 'climbed', levels: ['L1'] },
    });
  });

  it('keeps the plain words where no level is known, and for an imported entry', () => {
    expect(tell(entry('ESCALATE', 'SYSTEM'), [])).toEqual({ kind: 'action', action: 'ESCALATE' });
    expect(tell(entry(null, 'IMPORTER'), [])).toEqual({ kind: 'imported' });
  });

  it('shows a text once: where it was said last, or where it stands in full', () => {
    const entries = [
      entry('PROPOSE_INTERIM', 'STAFF', 'وصلت القطعة'),
      entry('INTERIM_REPLY', 'STAFF', 'وصلت القطعة'),
      entry('REQUEST_PART', 'STAFF', 'متى؟'),
      entry('START', 'STAFF'),
    ];
    const left = entries.map((_, index) => saidElsewhere(entries, index, ['متى؟']));
    expect(left).toEqual([true, false, true, false]);
  });
});
