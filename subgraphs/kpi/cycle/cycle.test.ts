import { describe, expect, it } from 'vitest';
import { type ExampleFacts, exampleCase, exampleEvent } from '../testing/case-event.ts';
import { cycleAfter, settleCase } from './cycle.ts';

const at = Date.parse('2026-03-20T08:00:00.000Z');
const after = (facts: ExampleFacts, version = 1) => {
  const event = exampleEvent(exampleCase(facts), version);
  return cycleAfter(event.payload, version, at);
};
const due = '2026-03-12T12:30:00.000Z';

describe('a cycle after an event', () => {
  it('has "" where the case has nothing', () => {
    expect(after({ entity: null, governorate: null })).toMatchObject({
      entity: '',
      governorate: '',
      pillar: '',
    });
  });

  it('runs while it is open, not paused and not answered', () => {
    expect(after({ state: 'PENDING_REVIEW' }).running).toBe(true);
    expect(after({ state: 'IN_PROGRESS', cycle: { pausedAt: due } }).running).toBe(false);
    expect(after({ state: 'IN_PROGRESS', cycle: { publishedAt: due } }).running).toBe(false);
    expect(after({ state: 'REJECTED' }).running).toBe(false);
  });

  it('has no due while a pause keeps it from being reached', () => {
    const paused = (pausedAt: string) =>
      after({ state: 'AWAITING_APPLICANT', cycle: { dueAt: due, pausedAt } });
    expect(paused('2026-03-11T08:00:00.000Z').dueAt).toBeNull();
    expect(paused('2026-03-12T12:30:00.000Z').dueAt).toBe(Date.parse(due));
  });

  it('is answered when published, else when closed, else when the event that ended it came', () => {
    const closedAt = '2026-03-14T08:00:00.000Z';
    expect(after({ state: 'CLOSED', cycle: { publishedAt: due, closedAt } }).answeredAt).toBe(
      Date.parse(due),
    );
    expect(after({ state: 'CLOSED', cycle: { closedAt } }).answeredAt).toBe(Date.parse(closedAt));
    expect(after({ state: 'REJECTED' }).answeredAt).toBe(at);
    expect(after({ state: 'IN_PROGRESS' }).answeredAt).toBeNull();
  });

  it('counts nowhere once the case is a duplicate or withdrawn', () => {
    expect(after({ state: 'DUPLICATE' }).counted).toBe(false);
    expect(after({ state: 'WITHDRAWN' }).counted).toBe(false);
    expect(after({ state: 'REJECTED' }).counted).toBe(true);
  });
});

describe('the cycles of one case', () => {
  const caseId = '0199f0a0-0000-7000-8000-000000000001';

  it('tell the first that the applicant opened a second', () => {
    const cycles = [
      after({ caseId, state: 'RESOLVED', cycle: { publishedAt: due } }),
      after({ caseId, cycle: { number: 2 } }, 2),
    ];
    expect(settleCase(cycles).map(({ reopened }) => reopened)).toEqual([true, false]);
  });

  it('tell the first of a hand-over in a later one', () => {
    const cycles = [
      after({ caseId, importance: 'LOW' }),
      after({ caseId, importance: 'LOW', acceptedTransfers: 1, cycle: { number: 2 } }, 2),
    ];
    expect(settleCase(cycles).map(({ misrouted }) => misrouted)).toEqual([true, false]);
  });
});
