import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../record/record.ts';
import { planSteps } from './live-plan.ts';

const record: CaseRecord = {
  source: 'test',
  sourceId: '1',
  type: 'COMPLAINT',
  subject: 'Street light',
  text: 'Street light',
  entity: 'GAM',
  category: 'STREETLIGHT',
  governorate: null,
  district: null,
  channel: 'WEB',
  importance: 'LOW',
  pillar: 'INFRASTRUCTURE',
  submittedAt: new Date('2018-04-16T00:00:00Z'),
  acknowledgedAt: new Date('2018-04-16T12:00:00Z'),
  startedAt: new Date('2018-04-16T12:00:00Z'),
  dueAt: null,
  answeredAt: new Date('2018-04-18T00:00:00Z'),
  outcome: 'SOLVED',
  answer: 'Repaired',
  cancelledAt: null,
  anonymous: false,
  point: null,
  language: 'en',
};

describe('a live replay', () => {
  it('takes the steps at the distances of the record, shortened', () => {
    expect(planSteps(record, 10)).toEqual([
      { step: 'classify', after: 5_000 },
      { step: 'start', after: 5_000 },
      { step: 'propose', after: 20_000 },
      { step: 'approve', after: 21_000 },
    ]);
  });

  it('never waits longer than two minutes', () => {
    const slow = { ...record, answeredAt: new Date('2020-04-18T00:00:00Z') };
    expect(planSteps(slow, 10).at(-1)).toEqual({ step: 'approve', after: 121_000 });
  });

  it('leaves what the record left', () => {
    const open = { ...record, startedAt: null, answeredAt: null };
    expect(planSteps(open, 10)).toEqual([{ step: 'classify', after: 5_000 }]);
    expect(planSteps({ ...open, acknowledgedAt: null }, 10)).toEqual([]);
  });
});
