import { parseDay } from '@bekhedmetkom/time/amman';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kpiNames } from '../figure/figure.ts';
import { exampleCase } from '../testing/case-event.ts';
import { colleague, openKpi, type TestKpi } from '../testing/open-kpi.ts';
import { Answers } from './answers.ts';

let kpi: TestKpi;
beforeAll(async () => {
  kpi = await openKpi();
  await kpi.take(
    exampleCase({ entity: 'MOH' }),
    exampleCase({ entity: 'MOE' }),
    exampleCase({ entity: 'MOE' }),
  );
});
afterAll(() => kpi[Symbol.asyncDispose]());

const span = { from: parseDay('2026-03-01'), to: parseDay('2026-04-01') };
const filter = { axes: {} };

/** Answers over a database that counts the statements it is given. */
function counting() {
  let statements = 0;
  const { database } = kpi;
  const query: typeof database.query = (text, values) => {
    statements += 1;
    return database.query(text, values);
  };
  return { answers: new Answers({ ...database, query }, colleague), statements: () => statements };
}

describe('the answers of one request', () => {
  it('count the figures of any number of entities by one statement', async () => {
    const { answers, statements } = counting();
    const codes = ['MOH', 'MOE', ...Array.from({ length: 98 }, (_, index) => `E${index}`)];
    const figures = await Promise.all(
      codes.map((entity) => answers.figure({ span, filter, entity, name: 'RECEIVED' })),
    );
    expect(figures.slice(0, 3).map(({ value }) => value)).toEqual([1, 2, 0]);
    expect(statements()).toBe(1);
  });

  it('count all figures of a window by one statement, and durations by one more', async () => {
    const { answers, statements } = counting();
    await kpi.take(
      exampleCase({
        state: 'RESOLVED',
        cycle: {
          submittedAt: '2026-01-01T09:00:00.000Z',
          publishedAt: '2026-03-05T09:00:00.000Z',
          workingMinutes: 60,
        },
      }),
    );
    const figures = await Promise.all(
      kpiNames.map((name) => answers.figure({ span, filter, entity: null, name })),
    );
    expect(figures.map(({ name }) => name)).toEqual(kpiNames);
    expect(statements()).toBe(2);
  });

  it('are all of one moment', async () => {
    const { answers } = counting();
    expect(await answers.moment()).toBe(await answers.moment());
  });
});
