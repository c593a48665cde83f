import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { KpiName } from '../figure/figure.ts';
import { type ExampleFacts, exampleCase, exampleEvent } from '../testing/case-event.ts';
import {
  due,
  justAfter,
  type march,
  published,
  running,
  share as shareOf,
  takeCases,
} from '../testing/march.ts';
import { openKpi, type TestKpi } from '../testing/open-kpi.ts';

let kpi: TestKpi;
beforeAll(async () => {
  kpi = await openKpi();
});
beforeEach(() => kpi.forget());
afterAll(() => kpi[Symbol.asyncDispose]());

const take = (...cases: ExampleFacts[]) => takeCases(kpi, ...cases);
const share = (name: KpiName, asked: Partial<typeof march> = {}) => shareOf(kpi, name, asked);
const waiting = (more: ExampleFacts = {}): ExampleFacts => ({
  state: 'SUBMITTED',
  ...more,
  cycle: { acknowledgeBy: due, ...more.cycle },
});

describe('a case that nobody classifies', () => {
  it('is late where it is late: once its acknowledgement is due, with nothing having happened', async () => {
    await take(waiting());
    await kpi.sum('2026-03-05T09:00:00.000Z');
    for (const [now, delayed, overdue] of [
      ['2026-03-12T12:29:59.999Z', '0/0', '0/1'],
      [due, '0/1', '0/1'],
      [justAfter, '1/1', '1/1'],
    ] as const) {
      expect(await share('DELAYED', { now }), now).toBe(delayed);
      expect(await share('DELAYED_ORIGINAL', { now }), now).toBe(delayed);
      expect(await share('OVERDUE_NOW', { now }), now).toBe(overdue);
    }
  });

  it('is among the escalated ones when it reached a level', async () => {
    const escalations = [{ level: 'L1' as const, at: justAfter }];
    await take(waiting({ cycle: { escalations } }), waiting());
    expect(await share('ESCALATED')).toBe('1/2');
    expect(await share('ESCALATED_L2')).toBe('0/2');
  });

  it.each([
    ['of nobody', { entity: null }],
    ['that is a compliment', { type: 'COMPLIMENT' }],
    ['that is a report of a restricted programme', { type: 'REPORT', programme: 'HUMAN_RIGHTS' }],
    ['taken over from another system', { imported: true }],
  ] as [string, ExampleFacts][])('%s is late too', async (_, facts) => {
    await take(waiting(facts));
    expect(await share('DELAYED')).toBe('1/1');
    expect(await share('OVERDUE_NOW')).toBe('1/1');
  });

  it('goes by its own due date from the moment that it is classified', async () => {
    const kase = exampleCase(waiting());
    await kpi.take(exampleEvent(kase, 1));
    await kpi.sum('2026-03-15T09:00:00.000Z');
    expect(await share('DELAYED', { now: '2026-03-16T09:00:00.000Z' })).toBe('1/1');
    const later = '2026-03-26T12:30:00.000Z';
    const cycle = { ...kase.cycle, acknowledgedAt: justAfter, originalDueAt: later, dueAt: later };
    await kpi.take(exampleEvent({ ...kase, state: 'ASSIGNED', importance: 'LOW', cycle }, 2));
    expect(await share('DELAYED', { now: '2026-03-16T09:00:00.000Z' })).toBe('0/0');
    expect(await share('OVERDUE_NOW', { now: '2026-03-16T09:00:00.000Z' })).toBe('0/1');
    expect(await share('DELAYED')).toBe('1/1');
  });

  it('has no due any more once it is acknowledged without one', async () => {
    await take(waiting({ state: 'ASSIGNED', cycle: { acknowledgedAt: '2026-03-11T09:00:00.000Z' } }));
    expect(await share('DELAYED')).toBe('0/0');
    expect(await share('OVERDUE_NOW')).toBe('0/1');
  });

  it('that was rejected is late when the rejection came after its due', async () => {
    const rejected = exampleCase(waiting({ state: 'REJECTED' }));
    await kpi.take(exampleEvent(rejected, 2, '2026-03-15T08:00:00.000Z'));
    await kpi.take(exampleEvent(exampleCase(waiting({ state: 'REJECTED' })), 2, '2026-03-10T08:00:00.000Z'));
    expect(await share('DELAYED')).toBe('1/2');
    expect(await share('OVERDUE_NOW')).toBe('0/0');
  });

  it('that was withdrawn or merged counts nowhere', async () => {
    await take(waiting({ state: 'WITHDRAWN' }), waiting({ state: 'DUPLICATE' }));
    expect(await share('DELAYED')).toBe('0/0');
  });
});

describe('the figures of the ladder', () => {
  const escalations = [{ level: 'L1' as const, at: justAfter }];

  it('look only at cycles whose due has come', async () => {
    await take(running({ escalations: [{ level: 'L0', at: '2026-03-10T08:00:00.000Z' }] }));
    const now = '2026-03-11T08:00:00.000Z';
    expect(await share('ESCALATED_L0', { now })).toBe('0/0');
    expect(await share('ESCALATED', { now })).toBe('0/0');
    expect(await share('ESCALATED_L0', { now: due })).toBe('1/1');
  });

  it('leave out what was taken over from another system, late or not', async () => {
    await take(
      running({ escalations }),
      { ...published({ publishedAt: justAfter, escalations: [] }), imported: true },
      { ...running({ escalations }), imported: true },
    );
    expect(await share('ESCALATED')).toBe('1/1');
    expect(await share('DELAYED')).toBe('3/3');
  });

  it('agree with those of delay: late and on the ladder is never more than due', async () => {
    await take(
      running({ escalations }),
      published({ publishedAt: due }),
      waiting({ cycle: { escalations } }),
    );
    expect(await share('DELAYED')).toBe('2/3');
    expect(await share('ESCALATED')).toBe('2/3');
  });
});
