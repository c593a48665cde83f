import { setTimeout as sleep } from 'node:timers/promises';
import { openMemoryBus } from '@bekhedmetkom/platform/bus';
import { databaseNow } from '@bekhedmetkom/platform/database';
import { openLogger, openMetrics } from '@bekhedmetkom/platform/telemetry';
import { parseDay } from '@bekhedmetkom/time/amman';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { eventually } from '../../../test/harness/eventually.ts';
import type { KpiName } from '../figure/figure.ts';
import { exampleCase, exampleEvent } from '../testing/case-event.ts';
import { colleague, openKpi, type TestKpi, visitor } from '../testing/open-kpi.ts';
import { openProgram } from '../testing/open-program.ts';
import { type Change, openWatch, type Watch } from './open-watch.ts';
import { watchClock } from './watch-clock.ts';

let kpi: TestKpi;
let watch: Watch;
const bus = openMemoryBus();
const metrics = openMetrics('kpi');
const logger = openLogger('kpi', 'silent');

beforeAll(async () => {
  kpi = await openKpi();
  watch = await openWatch({ database: kpi.database, bus, logger, metrics });
});
beforeEach(() => kpi.forget());
afterAll(async () => {
  await watch.close();
  await kpi[Symbol.asyncDispose]();
});

const march = { span: { from: parseDay('2026-03-01'), to: parseDay('2026-04-01') }, filter: { axes: {} } };
const counts = async () => {
  const metric = await metrics.registry.getSingleMetric('kpi_watch_count_seconds')?.get();
  return metric?.values.find((value) => 'metricName' in value && String(value.metricName).endsWith('_count'))
    ?.value;
};

/** What a watcher hears, with the time of each. */
function listen(names: KpiName[], { asPublic = false, from = watch } = {}) {
  const stream = from.subscribe({ ...march, names }, asPublic ? visitor : colleague, 20);
  const heard: { at: number; values: (number | null)[]; change: Change }[] = [];
  const reading = (async () => {
    for await (const change of stream) {
      heard.push({
        at: performance.now(),
        values: [...change.figures.values()].map(({ value }) => value),
        change,
      });
    }
  })();
  const values = () => heard.map((one) => one.values);
  const close = async () => {
    await stream.return?.();
    await reading;
  };
  return { heard, values, close };
}

const announce = async () => {
  await kpi.take(exampleCase());
  await bus.signal('kpi', '');
};

describe('a watcher', () => {
  it('hears the figures at once, then only when one has changed', async () => {
    const watcher = listen(['RECEIVED']);
    await eventually(() => expect(watcher.values()).toEqual([[0]]));
    watch.touch();
    await sleep(1_200);
    await announce();
    await eventually(() => expect(watcher.values()).toEqual([[0], [1]]));
    await watcher.close();
  });

  it('hears at most one change a second, and the last one always', async () => {
    const watcher = listen(['RECEIVED']);
    for (let index = 0; index < 30; index++) {
      await announce();
      await sleep(60);
    }
    await eventually(() => expect(watcher.values().at(-1)).toEqual([30]));
    for (const [index, { at }] of watcher.heard.entries()) {
      const before = watcher.heard[index - 1];
      if (before) expect(at - before.at).toBeGreaterThan(990);
    }
    await watcher.close();
  });

  it('shares one count with whoever watches the same', async () => {
    const before = (await counts()) ?? 0;
    const watchers = Array.from({ length: 50 }, () => listen(['RECEIVED', 'DELAYED']));
    await eventually(() => {
      for (const watcher of watchers) expect(watcher.values()).toEqual([[0, null]]);
    });
    await announce();
    await eventually(() => {
      for (const watcher of watchers)
        expect(watcher.values()).toEqual([
          [0, null],
          [1, 1],
        ]);
    });
    expect(await counts()).toBe(before + 2);
    for (const watcher of watchers) await watcher.close();
  });

  it('costs nothing once it has gone', async () => {
    const watcher = listen(['SATISFACTION']);
    await eventually(() => expect(watcher.values()).toHaveLength(1));
    await watcher.close();
    const before = await counts();
    await announce();
    await sleep(100);
    expect(await counts()).toBe(before);
  });

  it('that reads slowly misses what lies between, not the last', async () => {
    const stream = watch.subscribe({ ...march, names: ['RECEIVED'] }, colleague, 20);
    const other = listen(['RECEIVED']);
    await eventually(() => expect(other.values()).toEqual([[0]]));
    await announce();
    await eventually(() => expect(other.values().at(-1)).toEqual([1]));
    await announce();
    await eventually(() => expect(other.values().at(-1)).toEqual([2]));
    const first = await stream.next();
    expect(first.value.figures.get('RECEIVED').value).toBe(2);
    await stream.return?.();
    await other.close();
  });

  it('is refused one question too many, in its own language, and may watch it when another was left', async () => {
    const ask = (name: KpiName) => watch.subscribe({ ...march, names: [name] }, colleague, 2);
    const first = ask('RECEIVED');
    const others = [ask('RECEIVED'), ask('DELAYED')];
    expect(() => ask('REOPENED')).toThrow(
      expect.objectContaining({
        code: 'RATE_LIMITED',
        message: expect.stringContaining('No more than 2 questions'),
      }),
    );
    await others[1]?.return?.();
    others.push(ask('REOPENED'));
    for (const stream of [first, ...others]) await stream.return?.();
  });

  it('of the public hears nothing of cells it may not see', async () => {
    await kpi.take(exampleCase());
    const watcher = listen(['RECEIVED'], { asPublic: true });
    await eventually(() => expect(watcher.heard).toHaveLength(1));
    for (let index = 0; index < 3; index++) await announce();
    await sleep(1_200);
    expect(watcher.heard).toHaveLength(1);
    await announce();
    await eventually(() => expect(watcher.values().at(-1)).toEqual([5]));
    await watcher.close();
  });
});

describe('time alone', () => {
  it('makes a case overdue, with nobody doing anything, within a moment of its due', async () => {
    const now = (await databaseNow(kpi.database)).getTime();
    const dueAt = new Date(now + 1_500).toISOString();
    await kpi.take(exampleCase({ state: 'IN_PROGRESS', cycle: { dueAt, originalDueAt: dueAt } }));
    const clock = watchClock(kpi.database, watch.touch, (error) => {
      throw error;
    });
    const watcher = listen(['OVERDUE_NOW']);
    await eventually(() => expect(watcher.values()).toEqual([[0], [1]]));
    const [, change] = watcher.heard;
    const [before] = watcher.heard;
    expect((change?.at ?? 0) - (before?.at ?? 0)).toBeLessThan(2_600);
    await watcher.close();
    await clock.close();
  });

  it('is not looked for again and again while nothing is due', async () => {
    let looks = 0;
    const { database } = kpi;
    const prepared: typeof database.prepared = (name, text, values) => {
      looks += 1;
      return database.prepared(name, text, values);
    };
    const clock = watchClock({ ...database, prepared }, watch.touch, () => {});
    await sleep(1_500);
    await clock.close();
    expect(looks).toBeLessThan(5);
  });
});

describe('kpiChanged', () => {
  it('streams over WebSocket, with a cursor of the log of cases, as the viewer may see it', async () => {
    await using program = await openProgram();
    const url = `${program.program.url.replace('http', 'ws')}/graphql`;
    const query = `subscription { kpiChanged(window: { from: "2026-03-01", to: "2026-04-01" }, names: [RECEIVED]) {
      cursor kpis { window { from } all { name value suppressed } kpi(name: CLOSED_COHORT) { denominator } } } }`;
    const open = async (viewer: typeof colleague) => {
      const identity = await program.keys.signer.sign(viewer, 'kpi');
      const client = createClient({ url, webSocketImpl: WebSocket, connectionParams: { identity } });
      const heard: unknown[] = [];
      client.subscribe(
        { query },
        { next: ({ data }) => heard.push(data), error: () => {}, complete: () => {} },
      );
      return { client, heard };
    };
    const staff = await open(colleague);
    const anybody = await open(visitor);
    await eventually(() => expect([staff.heard.length, anybody.heard.length]).toEqual([1, 1]));
    await program.complaint.publish(exampleEvent(exampleCase()));
    const change = (value: number | null, suppressed: boolean, denominator: number | null) => ({
      kpiChanged: {
        cursor: Buffer.from('at:1').toString('base64url'),
        kpis: {
          window: { from: '2026-03-01' },
          all: [{ name: 'RECEIVED', value, suppressed }],
          kpi: { denominator },
        },
      },
    });
    await eventually(() => expect(staff.heard.at(-1)).toEqual(change(1, false, 1)));
    await eventually(() => expect(anybody.heard.at(-1)).toEqual(change(null, true, null)));
    await staff.client.dispose();
    await anybody.client.dispose();
  });
});
