import { databaseNow, openDatabase } from '@bekhedmetkom/platform/database';
import { dayOf } from '@bekhedmetkom/time/amman';
import { applyCaseEvents } from '../../../subgraphs/kpi/cycle/apply-case-events.ts';
import { entities } from '../../../subgraphs/kpi/database/entities.ts';
import { kpiNames } from '../../../subgraphs/kpi/figure/figure.ts';
import { answer } from '../../../subgraphs/kpi/question/answer.ts';
import { readMoment } from '../../../subgraphs/kpi/question/as-of.repository.ts';
import { holdBacklog, sumUp } from '../../../subgraphs/kpi/rollup/sum-up.ts';
import { caseLives } from '../../../subgraphs/kpi/testing/case-life.ts';
import type { BenchRow } from '../bench.ts';
import { median } from '../gateway/worker.ts';

const cases = 4_000;
const batch = 500;
const wanted = 3_000;
const timeout = 60_000;

/** How fast a full database takes over a replayed log, and what its backlog costs an answer. */
export async function measureTakeOver(databaseUrl: string): Promise<BenchRow[]> {
  const database = await openDatabase({ url: databaseUrl, schema: 'kpi', entities });
  try {
    const tiles = async () => {
      const moment = await readMoment(database);
      const today = dayOf(moment.now);
      const question = {
        span: { from: today - 29, to: today + 1 },
        by: [],
        filter: { axes: {} },
        names: kpiNames,
      };
      const times: number[] = [];
      for (let round = 0; round < 15; round++) {
        const begun = performance.now();
        await answer(database, question, moment);
        times.push(performance.now() - begun);
      }
      return median(times);
    };
    const idle = await tiles();
    const events = caseLives(cases, Date.now() - 40 * 86_400_000, 20);
    const begun = performance.now();
    for (let start = 0; start < events.length; start += batch) {
      await database.transaction(
        async (tx) => {
          await holdBacklog(tx);
          await applyCaseEvents(tx, events.slice(start, start + batch));
        },
        { timeout },
      );
    }
    const rate = (events.length * 1000) / (performance.now() - begun);
    const behind = await tiles();
    const summing = performance.now();
    for (let done = false; !done; ) {
      const now = (await databaseNow(database)).getTime();
      done = await database.transaction((tx) => sumUp(tx, now), { timeout });
    }
    const summed = (events.length * 1000) / (performance.now() - summing);
    const number = (value: number) => Math.round(value).toLocaleString('en');
    return [
      {
        what: `events taken over, ${batch} at a time`,
        value: `${number(rate)} events/s`,
        against: `${number(wanted)} events/s`,
        ratio: rate / wanted,
        hold: '≥ 1 ×',
        held: rate >= wanted,
      },
      {
        what: 'the same events summed afterwards',
        value: `${number(summed)} events/s`,
        against: `${number(wanted)} events/s`,
        ratio: summed / wanted,
        hold: '–',
        held: true,
      },
      {
        what: `all tiles (statements only) with ${number(cases)} cycles not summed yet`,
        value: `${behind.toFixed(1)} ms`,
        against: `${idle.toFixed(1)} ms with none`,
        ratio: behind / idle,
        hold: '–',
        held: true,
      },
    ];
  } finally {
    await database.close();
  }
}
