import { parseDay } from '@bekhedmetkom/time/amman';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Dimension } from '../dimension/dimension.ts';
import { exampleCase } from '../testing/case-event.ts';
import { openKpi, type TestKpi } from '../testing/open-kpi.ts';
import { answer } from './answer.ts';
import { readMoment } from './as-of.repository.ts';

let kpi: TestKpi;
beforeAll(async () => {
  kpi = await openKpi();
});
beforeEach(() => kpi.forget());
afterAll(() => kpi[Symbol.asyncDispose]());

/** On one axis from the sums, on three from the cycles. */
const ways: Dimension[][] = [['DAY'], ['DAY', 'ENTITY']];

async function daysOf(by: Dimension[], from: string, to: string, now: string, summed: boolean) {
  if (summed) await kpi.sum(now);
  const filter = { axes: by.length > 1 ? { channel: ['WEB'], type: ['COMPLAINT' as const] } : {} };
  const span = { from: parseDay(from), to: parseDay(to) };
  const moment = await readMoment(kpi.database, Date.parse(now));
  const rows = await answer(kpi.database, { span, by, filter, names: ['RECEIVED'] }, moment);
  return rows.map((row) => row.keys[0]).sort();
}

describe('the day that a case is counted on', () => {
  it.each([
    ['late on a winter evening before 2022', '2018-01-14T21:30:00Z', '2018-01-14'],
    ['at midnight of a winter day before 2022', '2018-01-14T22:00:00Z', '2018-01-15'],
    ['late on a summer evening before 2022', '2018-07-14T20:59:59Z', '2018-07-14'],
    ['at midnight of a winter day since 2022', '2026-01-14T21:00:00Z', '2026-01-15'],
    ['in the last minute of a year', '2026-12-31T20:59:30Z', '2026-12-31'],
    ['in the first minute of a year', '2026-12-31T21:00:30Z', '2027-01-01'],
    ['on the first of a month', '2026-11-30T21:00:00Z', '2026-12-01'],
    ['on a Friday', '2026-11-27T08:00:00Z', '2026-11-27'],
    ['after sunset in Ramadan', '2026-02-20T20:30:00Z', '2026-02-20'],
  ])('is that of Amman %s', async (_, submittedAt, day) => {
    await kpi.take(exampleCase({ cycle: { submittedAt } }));
    const [from, to] = [`${day.slice(0, 4)}-01-01`, `${Number(day.slice(0, 4)) + 1}-01-01`];
    for (const by of ways) {
      for (const summed of [false, true]) {
        expect(await daysOf(by, from, to, '2027-06-01T00:00:00Z', summed), `${by} ${summed}`).toEqual([day]);
      }
    }
  });
});
