import { parseDay } from '@bekhedmetkom/time/amman';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventually } from '../../../test/harness/eventually.ts';
import { kpiNames } from '../figure/figure.ts';
import { isOfNow } from '../graph/read-question.ts';
import { type AnswerRow, answer } from '../question/answer.ts';
import { readMoment } from '../question/as-of.repository.ts';
import { openProgram, type TestProgram } from '../testing/open-program.ts';
import { arbitraryLog } from '../testing/random-case.ts';
import { rebuild } from './rebuild-figures.ts';

const span = { from: parseDay('2026-01-01'), to: parseDay('2026-05-01') };
const now = Date.parse('2026-06-01T09:00:00.000Z');

async function allFigures({ database }: TestProgram): Promise<AnswerRow[]> {
  const moment = await readMoment(database, now);
  const filter = { axes: {} };
  const series = kpiNames.filter((name) => !isOfNow(name));
  const tables = await Promise.all([
    answer(database, { span, by: [], filter, names: kpiNames }, moment),
    answer(database, { span, by: ['ENTITY', 'TYPE'], filter, names: kpiNames }, moment),
    answer(database, { span, by: ['DAY', 'CHANNEL'], filter, names: series }, moment),
  ]);
  return tables.flat().sort((one, other) => (one.keys.join() < other.keys.join() ? -1 : 1));
}

describe('a rebuild', () => {
  it('gives the same figures again from the logs, with two programs running', async () => {
    await using kpi = await openProgram(2);
    const events = fc.sample(arbitraryLog, { numRuns: 12, seed: 2 }).flat();
    await kpi.complaint.publish(...events.map((event) => ({ ...event, id: crypto.randomUUID() })));
    const caughtUp = () =>
      eventually(async () => {
        const [row] = await kpi.database.query<{ position: number }>(
          "select position from consumer_offset where topic = 'complaint'",
        );
        expect(row?.position).toBe(events.length);
      });
    await caughtUp();
    const before = await allFigures(kpi);
    expect(before.length).toBeGreaterThan(20);

    await kpi.database.query('update rollup set received = received + 5');
    await rebuild(kpi.database);
    await caughtUp();
    expect(await allFigures(kpi)).toEqual(before);
  }, 60_000);
});
