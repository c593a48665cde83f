import { randomUUID } from 'node:crypto';
import type { LoggedEvent } from '@bekhedmetkom/platform/outbox';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../../../test/harness/eventually.ts';
import { applyDirectoryEvents } from '../directory/apply-directory-events.ts';
import { exampleCase, exampleEvent } from '../testing/case-event.ts';
import { due, justAfter, published, share } from '../testing/march.ts';
import { openKpi, type TestKpi, visitor } from '../testing/open-kpi.ts';
import { openProgram } from '../testing/open-program.ts';
import { readTerms } from './terms.repository.ts';
import { usualTerms } from './terms.ts';

let kpi: TestKpi;
beforeAll(async () => {
  kpi = await openKpi();
});
beforeEach(() => kpi.forget());
afterAll(() => kpi[Symbol.asyncDispose]());

let position = 0;
const policy = (
  version: number,
  effectiveFrom: string,
  reopenWorkingDays: number,
  programme = 'SMOKING',
) => ({
  position: ++position,
  id: randomUUID(),
  key: `${programme}-${version}`,
  version,
  at: '2026-01-01T00:00:00.000Z',
  type: 'sla-policy.published',
  payload: {
    version,
    programme,
    effectiveFrom,
    acknowledgeMinutes: { LOW: 1, MEDIUM: 1, HIGH: 1, CRITICAL: 1 },
    resolveDays: [],
    terms: { reopenWorkingDays },
  },
});
const publish = (...events: LoggedEvent[]) =>
  kpi.database.transaction((tx) => applyDirectoryEvents(tx, events));
const maturityAt = async (at: string) => (await readTerms(kpi.database, new Date(at))).maturityWorkingDays;

describe('the terms of the figures', () => {
  it('are the usual ones until something else is set', async () => {
    expect(await readTerms(kpi.database, new Date())).toEqual(usualTerms);
  });

  it('take the time for reopening from the policies in force, the longest of all programmes', async () => {
    await publish(
      policy(1, '2026-01-01', 6),
      policy(2, '2026-03-01', 4),
      policy(1, '2026-01-01', 3, 'HUMAN_RIGHTS'),
    );
    expect(await maturityAt('2026-02-28T20:59:00Z')).toBe(6);
    expect(await maturityAt('2026-02-28T21:00:00Z')).toBe(4);
    await publish(policy(2, '2026-05-01', 12, 'HUMAN_RIGHTS'));
    expect(await maturityAt('2026-04-30T20:59:00Z')).toBe(4);
    expect(await maturityAt('2026-04-30T21:00:00Z')).toBe(12);
  });

  it('decide when an answer counts among those that may have been reopened', async () => {
    const first = exampleCase(published({ publishedAt: due }));
    const cycle = { ...first.cycle, number: 2, submittedAt: justAfter, publishedAt: null };
    await kpi.take(exampleEvent(first, 5), exampleEvent({ ...first, state: 'IN_PROGRESS', cycle }, 6));
    await publish(policy(3, '2026-03-02', 4));
    // Published on Thursday 12 March: four working days later it is the end of Wednesday 18 March.
    expect(await share(kpi, 'REOPENED', { now: '2026-03-18T20:59:00.000Z' })).toBe('0/0');
    expect(await share(kpi, 'REOPENED', { now: '2026-03-18T21:00:00.000Z' })).toBe('1/1');
  });
});

describe('a term that was changed', () => {
  it('is what the graph tells, and what figures are shown and refused by, to all alike', async () => {
    await using program = await openProgram();
    await program.complaint.publish(...Array.from({ length: 7 }, () => exampleEvent(exampleCase())));
    const query = `{ kpiTerms { maturityWorkingDays fewestShown fewestRanked largeVolume middleVolume }
      kpis(window: { from: "2026-03-01", to: "2026-04-01" }) {
        kpi(name: RECEIVED) { value suppressed } satisfaction: kpi(name: SATISFACTION) { formula } } }`;
    await eventually(async () => {
      const { data } = await program.ask(query, visitor);
      expect(data?.kpis).toMatchObject({ kpi: { value: 7, suppressed: false } });
    });
    await program.database.query(`update threshold set value = case name when 'FEWEST_SHOWN' then 8
      when 'FEWEST_RANKED' then 45 when 'LARGE_VOLUME' then 900 else value end`);
    const { data } = await program.ask(query, visitor);
    expect(data?.kpiTerms).toEqual({
      maturityWorkingDays: 10,
      fewestShown: 8,
      fewestRanked: 45,
      largeVolume: 900,
      middleVolume: 50,
    });
    expect(data?.kpis).toEqual({
      kpi: { value: null, suppressed: true },
      satisfaction: { formula: expect.stringContaining('fewer than 45 ratings') },
    });
  });
});
