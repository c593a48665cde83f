import { anonymous, type Viewer } from '@bekhedmetkom/platform/auth';
import type { Database } from '@bekhedmetkom/platform/database';
import type { LoggedEvent } from '@bekhedmetkom/platform/outbox';
import type { CaseFacts } from '@bekhedmetkom/schema/events/complaint';
import { parseDay } from '@bekhedmetkom/time/amman';
import { openTestDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { applyCaseEvents } from '../cycle/apply-case-events.ts';
import { entities } from '../database/entities.ts';
import { migrations } from '../database/migrations.ts';
import { type Figure, figureOf, type KpiName, nothingCounted } from '../figure/figure.ts';
import { answer } from '../question/answer.ts';
import { readMoment } from '../question/as-of.repository.ts';
import type { Filter } from '../question/question.ts';
import { sumUp } from '../rollup/sum-up.ts';
import { exampleEvent } from './case-event.ts';

export const colleague: Viewer = {
  kind: 'person',
  subject: 'p-or-1',
  grants: [{ role: 'OPERATION_ROOM', scope: null }],
  language: 'en',
  client: null,
};
export const visitor: Viewer = { ...anonymous, language: 'en' };
export const program: Viewer = { ...visitor, kind: 'service', subject: 'gateway' };

/** The general programme, as the directory tells it first: its cases are for everybody. */
export const openProgramme = `
  insert into term (kind, code, version, ar, en, restricted)
  values ('programme', 'GOVERNMENT_SERVICES', 1, 'الخدمات الحكومية', 'Government services', false)`;

export interface TestKpi extends TestDatabase {
  /** Takes in cases, each as the first event of it would tell it, unless events are given. */
  take(...told: (CaseFacts | LoggedEvent)[]): Promise<void>;
  /** Brings changes and passed time into the sums, as of a moment (ISO 8601, UTC). */
  sum(now: string): Promise<void>;
  /** One step of that, with so many cycles at the most. */
  sumSome(now: string, atOnce: number): Promise<void>;
  /** One figure of a window (days, half-open) as of a moment. */
  figure(name: KpiName, asked: { from: string; to: string; now: string; filter?: Filter }): Promise<Figure>;
  /** Forgets all cycles, and sets the clock of the sums back to the beginning of 2014. */
  forget(): Promise<void>;
}

/** A KPI database of the test's own. */
export async function openKpi(): Promise<TestKpi> {
  const test = await openTestDatabase('kpi', migrations, { entities });
  const { database } = test;
  const forget = async () => {
    await database.query('truncate cycle, pending_delta, rollup, current_gauge, duration');
    await database.query("update clock set processed_until = '2014-01-01'");
  };
  await forget();
  await database.query(openProgramme);
  return {
    ...test,
    forget,
    async take(...told) {
      const events = told.map((one) => ('position' in one ? one : exampleEvent(one)));
      await database.transaction((tx) => applyCaseEvents(tx, events));
    },
    async sum(now) {
      let done = false;
      while (!done) done = await database.transaction((tx) => sumUp(tx, Date.parse(now)));
    },
    async sumSome(now, atOnce) {
      await database.transaction((tx) => sumUp(tx, Date.parse(now), atOnce));
    },
    figure: (name, asked) => readFigure(database, name, asked),
  };
}

async function readFigure(
  database: Database,
  name: KpiName,
  { from, to, now, filter = { axes: {} } }: { from: string; to: string; now: string; filter?: Filter },
): Promise<Figure> {
  const span = { from: parseDay(from), to: parseDay(to) };
  const moment = await readMoment(database, Date.parse(now));
  const [row] = await answer(database, { span, by: [], filter, names: [name] }, moment);
  return figureOf(name, row ?? nothingCounted);
}
