import { describe, expect, it } from 'vitest';
import { type SlaReading, slaWords } from './sla-words.ts';

const now = Date.parse('2026-11-23T11:42:00+03:00');
const reading = (change: Partial<SlaReading>): SlaReading => ({
  status: 'ON_TIME',
  acknowledgeBy: '2026-11-23T15:30:00+03:00',
  acknowledgedAt: '2026-11-22T10:00:00+03:00',
  dueAt: '2026-11-25T15:30:00+03:00',
  remainingWorkingMinutes: 1_068,
  remainingWorkingDays: 2,
  ...change,
});

describe('the words of the SLA chip', () => {
  it('says working days while there are some', () => {
    expect(slaWords(reading({}), now)).toMatchObject({
      tone: 'ontime',
      key: 'leftDays',
      values: { days: 2 },
    });
  });

  it('says hours and minutes on the day itself', () => {
    const today = { status: 'DUE_SOON' as const, remainingWorkingMinutes: 65, remainingWorkingDays: 0 };
    const words = slaWords(reading(today), now);
    expect(words).toMatchObject({ tone: 'soon', key: 'leftClock', values: { hours: 1, minutes: 5 } });
  });

  it('says how late an overdue case is, in days, then hours', () => {
    const signed = { status: 'OVERDUE' as const, remainingWorkingDays: -2, remainingWorkingMinutes: -900 };
    expect(slaWords(reading(signed), now)).toMatchObject({ key: 'lateDays', values: { days: 2 } });
    const hours = { status: 'OVERDUE' as const, remainingWorkingDays: 0, remainingWorkingMinutes: -130 };
    expect(slaWords(reading(hours), now)).toMatchObject({ key: 'lateHours', values: { hours: 2 } });
  });

  it('turns overdue on the screen the moment the due time passes', () => {
    const passed = reading({
      dueAt: '2026-11-23T11:41:00+03:00',
      remainingWorkingMinutes: 0,
      remainingWorkingDays: 0,
    });
    expect(slaWords(passed, now)).toMatchObject({ tone: 'overdue', key: 'lateJustNow' });
  });

  it('counts the classification while a case has no due time yet', () => {
    const open = reading({ dueAt: null, acknowledgedAt: null });
    expect(slaWords(open, now)).toMatchObject({ key: 'classifyBy', moment: open.acknowledgeBy });
    const missed = reading({ dueAt: null, acknowledgedAt: null, acknowledgeBy: '2026-11-23T09:00:00+03:00' });
    expect(slaWords(missed, now)).toMatchObject({ tone: 'overdue', key: 'classifyLate' });
  });

  it('says that the clock is paused or has stopped', () => {
    expect(slaWords(reading({ status: 'PAUSED' }), now).tone).toBe('paused');
    expect(slaWords(reading({ status: 'STOPPED' }), now).key).toBe('stopped');
    expect(slaWords(null, now).key).toBe('none');
  });
});
