import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countDelays } from '@bekhedmetkom/replay/count';
import { runReplay } from '@bekhedmetkom/replay/run-replay';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../harness/eventually.ts';
import { startEmbedded } from './embedded-stack.ts';
import { root } from './process.ts';
import type { RunningStack } from './running-stack.ts';

/** The 311 file is not ours to ship; name its place with BALTIMORE_311, or put it beside the project. */
const file = process.env.BALTIMORE_311 ?? join(root, '..', 'shared', 'data', 'baltimore-311-sample.csv');
const isHere = existsSync(file);
const notHere = `were not there (${file}): without them the figures are empty`;

describe('ten thousand real records', () => {
  let stack: RunningStack;
  beforeAll(async () => {
    stack = await startEmbedded();
  });
  afterAll(() => stack?.close());

  it(
    isHere ? 'replayed as history end in the figures that an independent count gives' : notHere,
    async () => {
      if (!isHere) return expect((await ask(stack.gatewayUrl)).received.n).toBe(0);
      const counted = await countDelays(file, {
        due: 'DueDate',
        closed: 'CloseDate',
        untouched: { column: 'SRStatus', status: 'New' },
      });
      const summary = await runReplay({
        file,
        map: 'baltimore311',
        mode: 'history',
        perSecond: null,
        secondsPerDay: 10,
        run: '',
        again: true,
        gatewayUrl: stack.gatewayUrl,
        issuerUrl: stack.issuerUrl,
        importerSecret: stack.importerSecret,
        checkpointPath: join(tmpdir(), `baltimore-${process.pid}.checkpoint`),
        refusedPath: join(tmpdir(), `baltimore-${process.pid}.refused.csv`),
        droppedPath: join(tmpdir(), `baltimore-${process.pid}.dropped.csv`),
        signal: new AbortController().signal,
        observer: { start: async () => undefined, progress: () => undefined, wait: () => undefined },
      });
      expect(summary.finished).toBe(true);

      const due = counted.closedWithDue + counted.dueWithoutClose + counted.untouched;
      const late = counted.late + counted.dueWithoutClose + counted.untouched;
      await eventually(async () => {
        const figures = await ask(stack.gatewayUrl);
        expect(figures.delayed).toMatchObject({ numerator: late, denominator: due });
        expect(figures.received.n).toBe(counted.rows);
        expect(figures.cohort.numerator).toBe(counted.closedWithDue + counted.closedWithoutDue);
      });
    },
  );
});

type Figure = { n: number; numerator: number | null; denominator: number | null };

async function ask(gatewayUrl: string): Promise<Record<'received' | 'delayed' | 'cohort', Figure>> {
  const answer = await fetch(`${gatewayUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `{ kpis(window: { from: "2014-01-01", to: "2026-01-01" }) {
        received: kpi(name: RECEIVED) { n numerator denominator }
        delayed: kpi(name: DELAYED) { n numerator denominator }
        cohort: kpi(name: CLOSED_COHORT) { n numerator denominator }
      } }`,
    }),
  });
  const { data } = (await answer.json()) as {
    data: { kpis: Record<'received' | 'delayed' | 'cohort', Figure> };
  };
  return data.kpis;
}
