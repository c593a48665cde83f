import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { KpiName } from '../figure/figure.ts';
import { type ExampleFacts, exampleCase, exampleEvent } from '../testing/case-event.ts';
import { due, justAfter, march, published, running, share as shareOf, takeCases } from '../testing/march.ts';
import { openKpi, type TestKpi } from '../testing/open-kpi.ts';

let kpi: TestKpi;
beforeAll(async () => {
  kpi = await openKpi();
});
beforeEach(() => kpi.forget());
afterAll(() => kpi[Symbol.asyncDispose]());

const take = (...cases: ExampleFacts[]) => takeCases(kpi, ...cases);
const share = (name: KpiName, asked: Partial<typeof march> = {}) => shareOf(kpi, name, asked);

describe('quality', () => {
  const scored = (score: number, max = 100, facts: ExampleFacts = {}): ExampleFacts => ({
    ...published({ publishedAt: due, quality: { score, max } }),
    ...facts,
  });

  it('is the points given of the points possible, and rests on the answers that were scored', async () => {
    await take(scored(80), scored(50), scored(300, 400), published({ publishedAt: due }));
    expect(await share('QUALITY')).toBe('430/600');
    expect((await kpi.figure('QUALITY', march)).n).toBe(3);
  });

  it('changes when an answer is scored after it was rated', async () => {
    const first = exampleCase(published({ publishedAt: due }));
    await kpi.take(exampleEvent(first, 5));
    expect(await share('QUALITY')).toBe('0/0');
    const later = { ...first, cycle: { ...first.cycle, quality: { score: 30, max: 100 } } };
    await kpi.take(exampleEvent(later, 6));
    expect(await share('QUALITY')).toBe('30/100');
  });

  it('changes when the answer of a round is scored that was reopened since, however often it is told', async () => {
    const first = exampleCase(published({ publishedAt: due }));
    await kpi.take(exampleEvent(first, 5));
    const second = { number: 2, openedBy: 'APPLICANT', publishedAt: null, quality: null } as const;
    const reopened = { ...first, state: 'IN_PROGRESS' as const, cycle: { ...first.cycle, ...second } };
    await kpi.take(exampleEvent(reopened, 6));
    const payload = { caseId: first.caseId, cycle: 1, score: 20, max: 50 };
    const told = { ...exampleEvent(first), type: 'answer.scored', payload };
    await kpi.take(told, told);
    expect(await share('QUALITY')).toBe('20/50');
    await kpi.take(exampleEvent(reopened, 7), told);
    expect(await share('QUALITY')).toBe('20/50');
  });

  it('does not count an answer that was scored and returned', async () => {
    await take({ state: 'IN_PROGRESS', cycle: { quality: { score: 10, max: 100 } } });
    expect(await share('QUALITY')).toBe('0/0');
  });

  it('is exact beyond what an integer of 32 bits holds', async () => {
    await take(...Array.from({ length: 3 }, () => scored(1_000_000_001, 2_000_000_003)));
    expect(await share('QUALITY')).toBe('3000000003/6000000009');
  });
});

describe('escalated', () => {
  const at = '2026-03-12T12:30:00.001Z';
  const reached = (...levels: ('L0' | 'L1' | 'L2' | 'L3' | 'L4')[]) =>
    running({ escalations: levels.map((level) => ({ level, at })) });

  it('is the part of cycles due in the window that reached a level', async () => {
    await take(reached('L0', 'L1', 'L2'), reached('L0'), reached(), reached('L1'));
    expect(await share('ESCALATED_L0')).toBe('2/4');
    expect(await share('ESCALATED')).toBe('2/4');
    expect(await share('ESCALATED_L2')).toBe('1/4');
    expect(await share('ESCALATED_L3')).toBe('0/4');
    expect(await share('ESCALATED_L4')).toBe('0/4');
  });

  it('is of each round by itself', async () => {
    const first = exampleCase({ ...reached('L1'), state: 'RESOLVED' });
    const cycle = { ...first.cycle, number: 2, escalations: [], publishedAt: null };
    await kpi.take(exampleEvent(first, 5), exampleEvent({ ...first, state: 'IN_PROGRESS', cycle }, 6));
    expect(await share('ESCALATED')).toBe('1/2');
  });
});

describe('the life of a case', () => {
  const moved = '2026-03-25T12:30:00.000Z';

  it('counts a rejection as the end of its clock, not as an answer', async () => {
    const rejected = { ...published({ publishedAt: justAfter, closedAt: justAfter, workingMinutes: 60 }) };
    await take({ ...rejected, state: 'REJECTED' });
    expect(await share('DELAYED')).toBe('1/1');
    expect(await share('CLOSED_COHORT')).toBe('1/1');
    expect(await share('REOPENED')).toBe('0/0');
    expect(await share('MEDIAN_TIME_TO_RESOLVE')).toBe('null');
    expect(await share('OVERDUE_NOW')).toBe('0/0');
  });

  it('acknowledges a case once: a round that was reopened waits for no acknowledgement', async () => {
    const first = exampleCase(published({ publishedAt: due, acknowledgedAt: null }));
    const cycle = { ...first.cycle, number: 2, publishedAt: null };
    await kpi.take(exampleEvent(first, 5), exampleEvent({ ...first, state: 'IN_PROGRESS', cycle }, 6));
    expect(await share('ACKNOWLEDGED_ON_TIME')).toBe('0/1');
  });

  it('moves a cycle with its due when the applicant replied, or the calendar changed', async () => {
    const kase = exampleCase(running({}));
    await kpi.take(exampleEvent(kase, 3));
    await kpi.sum(march.now);
    expect(await share('DELAYED', { to: '2026-03-20' })).toBe('1/1');
    const waiting = { ...kase.cycle, pausedAt: '2026-03-10T08:00:00.000Z' };
    await kpi.take(exampleEvent({ ...kase, state: 'AWAITING_APPLICANT', cycle: waiting }, 4));
    expect(await share('DELAYED', { to: '2026-03-20' })).toBe('0/0');
    await kpi.take(exampleEvent({ ...kase, cycle: { ...kase.cycle, dueAt: moved } }, 5));
    expect(await share('DELAYED', { to: '2026-03-20' })).toBe('0/0');
    expect(await share('DELAYED', { from: '2026-03-25' })).toBe('1/1');
    expect(await share('DELAYED_ORIGINAL', { to: '2026-03-20' })).toBe('1/1');
  });

  it('forgets a cycle that was merged or withdrawn, and keeps the round before it', async () => {
    const first = exampleCase(published({ publishedAt: due }));
    const cycle = { ...first.cycle, number: 2, publishedAt: null, submittedAt: justAfter };
    await kpi.take(exampleEvent(first, 5), exampleEvent({ ...first, state: 'IN_PROGRESS', cycle }, 6));
    expect(await share('REOPENED')).toBe('1/1');
    await kpi.take(exampleEvent({ ...first, state: 'WITHDRAWN', cycle }, 7));
    expect(await share('RECEIVED')).toBe('1');
    expect(await share('REOPENED')).toBe('0/1');
  });
});
