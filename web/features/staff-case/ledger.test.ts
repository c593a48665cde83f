import { describe, expect, it } from 'vitest';
import { type LedgerStep, ledgerOf } from './ledger.ts';

const step = (
  reason: LedgerStep['reason'],
  from: string,
  to: string,
  workingMinutes = 0,
  name: string = reason,
): LedgerStep => ({
  reason,
  from: `2026-11-${from}:00+03:00`,
  to: `2026-11-${to}:00+03:00`,
  workingMinutes,
  name,
});

describe('why a case is due when it is', () => {
  it('draws neighbouring working days together and keeps the weekend apart', () => {
    const lines = ledgerOf([
      step('START', '17T10:20', '17T10:20'),
      step('WORKING_DAY', '17T10:20', '17T15:30', 310),
      step('WORKING_DAY', '18T08:30', '18T15:30', 420),
      step('WORKING_DAY', '19T08:30', '19T15:30', 420),
      step('WEEKEND', '20T00:00', '22T00:00', 0, 'عطلة نهاية الأسبوع'),
      step('WORKING_DAY', '22T08:30', '22T15:30', 420),
      step('DUE', '22T15:30', '22T15:30'),
    ]);
    expect(lines.map((line) => line.kind)).toEqual(['start', 'work', 'off', 'work', 'due']);
    expect(lines[1]).toEqual({ kind: 'work', at: '2026-11-17T10:20:00+03:00', days: 3, minutes: 1_150 });
    expect(lines[2]).toMatchObject({ days: 2, name: 'عطلة نهاية الأسبوع' });
  });

  it('names the last day off, not the midnight after it', () => {
    const [off] = ledgerOf([step('HOLIDAY', '20T00:00', '22T00:00', 0, 'عيد')]);
    expect(off?.kind === 'off' && off.to).toBe('2026-11-21T20:59:59.999Z');
  });

  it('counts a day once on either side of a pause', () => {
    const lines = ledgerOf([
      step('WORKING_DAY', '18T08:30', '18T09:00', 30),
      step('PAUSE', '18T09:00', '18T15:30'),
      step('PAUSE', '19T08:30', '19T09:00'),
      step('WORKING_DAY', '19T09:00', '19T15:30', 390),
    ]);
    expect(lines).toEqual([
      { kind: 'work', at: '2026-11-18T08:30:00+03:00', days: 1, minutes: 30 },
      { kind: 'pause', from: '2026-11-18T09:00:00+03:00', to: '2026-11-19T09:00:00+03:00' },
      { kind: 'work', at: '2026-11-19T09:00:00+03:00', days: 1, minutes: 390 },
    ]);
  });

  it('tells the time with another entity apart from a pause beside it', () => {
    const lines = ledgerOf([
      step('CREDIT', '17T10:20', '17T15:30'),
      step('CREDIT', '18T08:30', '18T10:00'),
      step('PAUSE', '18T10:00', '18T12:00'),
    ]);
    expect(lines).toEqual([
      { kind: 'credit', from: '2026-11-17T10:20:00+03:00', to: '2026-11-18T10:00:00+03:00' },
      { kind: 'pause', from: '2026-11-18T10:00:00+03:00', to: '2026-11-18T12:00:00+03:00' },
    ]);
  });

  it('shows a pause that lasts as one without an end', () => {
    const [pause] = ledgerOf([{ ...step('PAUSE', '18T09:00', '18T09:00'), to: null }]);
    expect(pause).toEqual({ kind: 'pause', from: '2026-11-18T09:00:00+03:00', to: null });
  });

  it('names the day that an interim reply promised, by its end', () => {
    const lines = ledgerOf([
      step('WORKING_DAY', '18T08:30', '18T15:30', 420),
      step('PROMISE', '18T15:30', '25T15:30', 0, 'رد مرحلي'),
      step('DUE', '25T15:30', '25T15:30'),
    ]);
    expect(lines.slice(1)).toEqual([
      { kind: 'promise', at: '2026-11-25T15:30:00+03:00', name: 'رد مرحلي' },
      { kind: 'due', at: '2026-11-25T15:30:00+03:00' },
    ]);
  });
});
