import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleCase, exampleEvent } from '../testing/case-event.ts';
import { countDays, dayTable } from '../testing/count-by-sets.ts';
import { openKpi, type TestKpi } from '../testing/open-kpi.ts';
import { arbitraryLog, arbitraryMoment } from '../testing/random-case.ts';
import { holdBacklog, sumUp } from './sum-up.ts';

let kpi: TestKpi;
beforeAll(async () => {
  kpi = await openKpi();
});
afterAll(() => kpi[Symbol.asyncDispose]());

const moment = '2026-03-12T12:30:00.000Z';
const clock = async () => {
  const [row] = await kpi.database.query<{ processed_until: Date }>('select processed_until from clock');
  return row?.processed_until.toISOString();
};

describe('summing up', () => {
  it('leaves nothing out: the sums are what counting all cycles at once gives', async () => {
    const table = dayTable('expected');
    await kpi.database.query(table.create);
    const order = 'order by aggregate, bucket, a, b';
    await fc.assert(
      fc.asyncProperty(arbitraryLog, arbitraryMoment, arbitraryMoment, async (events, one, other) => {
        await kpi.forget();
        const half = Math.floor(events.length / 2);
        const [first, second] = [one, other].toSorted();
        await kpi.take(...events.slice(0, half));
        await kpi.sum(first ?? one);
        await kpi.take(...events.slice(half));
        await kpi.sum(second ?? one);

        await kpi.database.query('truncate expected');
        const passed = `timestamptz '${second}'`;
        for (const statement of countDays('cycle', table, passed)) await kpi.database.query(statement);
        const columns =
          'aggregate, bucket, a, b, received, late, due, original_late, acknowledged_on_time, reopened, closed, scored, quality_score, quality_max, due_set, escalated_l0, escalated_l1, escalated_l4';
        const kept =
          'received + due_set + due + original_due + acknowledge_due + published + closed + rated > 0';
        const found = await kpi.database.query(
          `select ${columns} from rollup where period = 'day' and ${kept} ${order}`,
        );
        expect(found).toEqual(
          await kpi.database.query(`select ${columns} from expected where ${kept} ${order}`),
        );
        const standing = 'select aggregate, a, b, sum(running)::int as running, sum(overdue)::int as overdue';
        const open = 'group by 1, 2, 3 having sum(running) > 0 order by aggregate, a, b';
        const stands = await kpi.database.query(`${standing} from current_gauge ${open}`);
        expect(stands).toEqual(await kpi.database.query(`${standing} from expected ${open}`));
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it('goes on beside events that are taken in and answers that are read, which never see it', async () => {
    await kpi.forget();
    const cases = Array.from({ length: 30 }, () => exampleCase());
    const versions = 25;
    const year = { from: '2026-01-01', to: '2027-01-01' };
    await kpi.take(...cases.map((kase) => exampleEvent(kase, 1)));
    let running = true;
    const until = async (work: (round: number) => Promise<void>) => {
      for (let round = 0; running; round++) await work(round);
    };
    const sums = [3, 50].map((atOnce) =>
      until((round) => kpi.sumSome(new Date(Date.parse(moment) + round * 60_000).toISOString(), atOnce)),
    );
    const reads = until(async (round) => {
      const now = new Date(Date.parse(moment) + round * 1_000).toISOString();
      const figure = await kpi.figure('RECEIVED', { ...year, now });
      expect(figure.value).toBe(cases.length);
    });
    const changes = (async () => {
      for (let version = 2; version <= versions; version++) {
        const submittedAt = new Date(Date.UTC(2026, version % 12, version)).toISOString();
        const changed = cases.map((kase) => ({
          ...kase,
          entity: `E${version}`,
          cycle: { ...kase.cycle, submittedAt },
        }));
        await kpi.take(...changed.map((kase) => exampleEvent(kase, version)));
      }
      running = false;
    })();
    await Promise.all([changes, reads, ...sums]);
    await kpi.sum('2027-01-01T00:00:00.000Z');
    const left = await kpi.database.query(
      "select a, sum(received)::int as received from rollup where aggregate = 10 and period = 'month' and received <> 0 group by a",
    );
    expect(left).toEqual([{ a: `E${versions}`, received: cases.length }]);
  });

  it('brings in time even when nothing happens', async () => {
    await kpi.forget();
    await kpi.sum(moment);
    expect(await clock()).toBe(moment);
  });

  it('never takes time back', async () => {
    await kpi.sum('2026-03-11T00:00:00.000Z');
    expect(await clock()).toBe(moment);
  });

  it('leaves it to whoever is at it already', async () => {
    await kpi.take(exampleCase());
    await kpi.database.transaction(async (tx) => {
      await tx.query('select from clock for update');
      expect(await kpi.database.transaction((other) => sumUp(other, Date.parse(moment)))).toBe(true);
    });
    expect(await kpi.database.query('select from pending_delta')).toHaveLength(1);
  });

  it('is done by whoever brings more, when too much has been left', async () => {
    await kpi.forget();
    await kpi.take(...Array.from({ length: 6 }, () => exampleCase()));
    await kpi.database.transaction((tx) => holdBacklog(tx, 6));
    expect(await kpi.database.query('select from pending_delta')).toHaveLength(6);
    await kpi.database.transaction((tx) => holdBacklog(tx, 5));
    expect(await kpi.database.query('select from pending_delta')).toHaveLength(0);
  });
});
