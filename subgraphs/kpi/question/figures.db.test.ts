import type { CycleFacts } from '@bekhedmetkom/schema/events/complaint';
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

describe('received', () => {
  it('counts from midnight in Amman to midnight in Amman', async () => {
    await take(
      { cycle: { submittedAt: '2026-02-28T20:59:59.999Z' } },
      { cycle: { submittedAt: '2026-02-28T21:00:00.000Z' } },
      { cycle: { submittedAt: '2026-03-31T20:59:59.999Z' } },
      { cycle: { submittedAt: '2026-03-31T21:00:00.000Z' } },
    );
    expect(await share('RECEIVED')).toBe('2');
  });

  it.each(['DUPLICATE', 'WITHDRAWN'] as const)('leaves out a case that is %s', async (state) => {
    await take({}, { state });
    expect(await share('RECEIVED')).toBe('1');
  });

  it('counts rounds, not cases', async () => {
    const first = exampleCase({ state: 'RESOLVED', cycle: { publishedAt: due } });
    const again = {
      ...first,
      cycle: { ...first.cycle, number: 2, submittedAt: justAfter, publishedAt: null },
    };
    await kpi.take(exampleEvent(first, 5), exampleEvent({ ...again, state: 'IN_PROGRESS' }, 6));
    expect(await share('RECEIVED')).toBe('2');
  });
});

describe('delayed', () => {
  it('is not a cycle answered exactly at its due', async () => {
    await take(published({ publishedAt: due }));
    expect(await share('DELAYED')).toBe('0/1');
  });

  it('is a cycle answered a moment after', async () => {
    await take(published({ publishedAt: justAfter }));
    expect(await share('DELAYED')).toBe('1/1');
  });

  it('is not yet a cycle due exactly now, though it is due', async () => {
    await take(running({}));
    expect(await share('DELAYED', { now: due })).toBe('0/1');
  });

  it('is an unanswered cycle a moment after its due, with nothing having happened', async () => {
    await take(running({}));
    await kpi.sum('2026-03-10T09:00:00.000Z');
    expect(await share('DELAYED', { now: justAfter })).toBe('1/1');
  });

  it('does not look at a cycle that is not due yet', async () => {
    await take(running({}));
    expect(await share('DELAYED', { now: '2026-03-12T12:29:59.999Z' })).toBe('0/0');
  });

  it('tells the original due from the one that an interim reply moved', async () => {
    await take(published({ originalDueAt: due, dueAt: '2026-03-19T12:30:00.000Z', publishedAt: justAfter }));
    expect(await share('DELAYED')).toBe('0/1');
    expect(await share('DELAYED_ORIGINAL')).toBe('1/1');
  });

  it('has no due to pass while the clock stands still before it', async () => {
    await take(running({ pausedAt: '2026-03-10T08:00:00.000Z' }));
    expect(await share('DELAYED')).toBe('0/0');
  });

  it('stays when a cycle that is late already is paused', async () => {
    await take(running({ pausedAt: '2026-03-15T08:00:00.000Z' }));
    expect(await share('DELAYED')).toBe('1/1');
  });

  it('takes a rejection for the answer', async () => {
    const rejected = exampleCase({ ...running({}), state: 'REJECTED' });
    await kpi.take(exampleEvent(rejected, 3, '2026-03-11T08:00:00.000Z'));
    expect(await share('DELAYED')).toBe('0/1');
  });

  it('counts an imported record by the times it bears', async () => {
    const cycle = {
      submittedAt: '2018-04-12T08:11:26.000Z',
      originalDueAt: '2018-04-13T08:11:26.000Z',
      dueAt: '2018-04-13T08:11:26.000Z',
      publishedAt: '2018-04-14T09:45:47.000Z',
      closedAt: '2018-04-14T09:45:47.000Z',
    };
    await take({ state: 'CLOSED', imported: true, cycle });
    const april2018 = { from: '2018-04-01', to: '2018-05-01' };
    expect(await share('DELAYED', april2018)).toBe('1/1');
    expect(await share('CLOSED_COHORT', april2018)).toBe('1/1');
    expect(await share('RECEIVED')).toBe('0');
  });
});

describe('overdue now', () => {
  it('is a running cycle past its due, whatever the window', async () => {
    await take(running({}), running({ dueAt: '2026-05-01T12:30:00.000Z' }));
    expect(await share('OVERDUE_NOW', { from: '2020-01-01', to: '2020-01-02' })).toBe('1/2');
  });

  it('comes a moment after the due, with no event, and not at it', async () => {
    await take(running({}));
    expect(await share('OVERDUE_NOW', { now: due })).toBe('0/1');
    expect(await share('OVERDUE_NOW', { now: justAfter })).toBe('1/1');
  });

  it('counts those not classified yet among the running', async () => {
    await take({ state: 'SUBMITTED' });
    expect(await share('OVERDUE_NOW', { now: '2026-03-04T08:00:00.000Z' })).toBe('0/1');
    expect(await share('OVERDUE_NOW')).toBe('1/1');
  });

  it('does not count what is paused, answered, or ended', async () => {
    await take(
      running({ pausedAt: '2026-03-15T08:00:00.000Z' }),
      published({ publishedAt: justAfter }),
      { ...running({}), state: 'REJECTED' },
      { ...running({}), state: 'WITHDRAWN' },
    );
    expect(await share('OVERDUE_NOW')).toBe('0/0');
  });
});

describe('acknowledged on time', () => {
  const acknowledgeBy = '2026-03-04T08:00:00.000Z';

  it('counts an acknowledgement exactly at its due, and not one after', async () => {
    await take(
      { cycle: { acknowledgeBy, acknowledgedAt: acknowledgeBy } },
      { cycle: { acknowledgeBy, acknowledgedAt: '2026-03-04T08:00:00.001Z' } },
      { cycle: { acknowledgeBy } },
    );
    expect(await share('ACKNOWLEDGED_ON_TIME')).toBe('1/3');
  });

  it('does not count an early one before its due has come', async () => {
    await take({ cycle: { acknowledgeBy, acknowledgedAt: '2026-03-02T09:00:00.000Z' } });
    expect(await share('ACKNOWLEDGED_ON_TIME', { now: '2026-03-04T07:59:59.999Z' })).toBe('0/0');
    expect(await share('ACKNOWLEDGED_ON_TIME', { now: acknowledgeBy })).toBe('1/1');
  });
});

describe('closed', () => {
  it('as flow sets what closed in the window against what came in it', async () => {
    const closedAt = '2026-03-15T09:00:00.000Z';
    await take(
      { state: 'CLOSED', cycle: { submittedAt: '2026-02-10T09:00:00.000Z', closedAt } },
      { state: 'CLOSED', cycle: { submittedAt: '2026-02-11T09:00:00.000Z', closedAt } },
      {},
    );
    expect(await share('CLOSED_FLOW')).toBe('2/1');
  });

  it('as cohort asks what became of those that came in the window, even after it', async () => {
    await take({ state: 'CLOSED', cycle: { closedAt: '2026-04-15T09:00:00.000Z' } }, {});
    expect(await share('CLOSED_COHORT')).toBe('1/2');
  });
});

describe('satisfaction', () => {
  it('is the part of ratings that are 4 or 5, by the day of rating', async () => {
    const rated = (score: number, at = '2026-03-20T09:00:00.000Z'): ExampleFacts => ({
      state: 'CLOSED',
      cycle: { publishedAt: due, rating: { score, solved: 'YES', at } },
    });
    await take(rated(5), rated(4), rated(3), rated(1), rated(5, '2026-04-01T09:00:00.000Z'), {});
    expect(await share('SATISFACTION')).toBe('2/4');
  });
});

describe('first pass', () => {
  it('is the part of reviewed answers that the first review approved', async () => {
    await take(
      published({ publishedAt: due, reviews: 1, approvedAtFirstReview: true }),
      published({ publishedAt: due, reviews: 2, approvedAtFirstReview: false }),
      published({ publishedAt: due, reviews: 0, approvedAtFirstReview: null }),
    );
    expect(await share('FIRST_PASS')).toBe('1/2');
  });
});

describe('reopened', () => {
  async function takeReopened(openedBy: CycleFacts['openedBy']) {
    const first = exampleCase(published({ publishedAt: due }));
    const second = { ...first.cycle, number: 2, openedBy, submittedAt: justAfter, publishedAt: null };
    await kpi.take(
      exampleEvent(first, 5),
      exampleEvent({ ...first, state: 'IN_PROGRESS', cycle: second }, 6),
    );
  }

  it('counts answers that the applicant reopened', async () => {
    await takeReopened('APPLICANT');
    await take(published({ publishedAt: due }));
    expect(await share('REOPENED')).toBe('1/2');
  });

  it('does not count what the operation room opened again', async () => {
    await takeReopened('OPERATION_ROOM');
    expect(await share('REOPENED')).toBe('0/1');
  });

  it('waits until ten working days have passed', async () => {
    await takeReopened('APPLICANT');
    // Thursday 12 March; ten working days later the working week of 22 March is over.
    expect(await share('REOPENED', { now: '2026-03-26T20:59:00.000Z' })).toBe('0/0');
    expect(await share('REOPENED', { now: '2026-03-26T21:00:00.000Z' })).toBe('1/1');
  });
});

describe('misrouted', () => {
  it('is the part of classified cases that were handed over', async () => {
    await take(running({}), { ...running({}), acceptedTransfers: 1 }, {});
    expect(await share('MISROUTED')).toBe('1/2');
  });

  it('knows a case whose hand-over came only after it was reopened', async () => {
    const first = exampleCase(published({ publishedAt: due }));
    const cycle = { ...first.cycle, number: 2, submittedAt: justAfter, publishedAt: null };
    await kpi.take(
      exampleEvent(first, 5),
      exampleEvent({ ...first, state: 'ASSIGNED', acceptedTransfers: 1, cycle }, 9),
    );
    expect(await share('MISROUTED')).toBe('1/1');
  });
});

describe('time to resolve', () => {
  it('is exact for few answers: what half of them, and nine in ten, did not exceed', async () => {
    const minutes = [60, 100, 420, 840, 2_100, 2_101, 2_520, 2_940, 3_360, 9_999];
    await take(...minutes.map((workingMinutes) => published({ publishedAt: due, workingMinutes })));
    expect(await share('MEDIAN_TIME_TO_RESOLVE')).toBe('2100');
    expect(await share('P90_TIME_TO_RESOLVE')).toBe('3360');
  });

  it('is nothing where nothing was published', async () => {
    await take(running({}));
    expect(await share('MEDIAN_TIME_TO_RESOLVE')).toBe('null');
  });
});
