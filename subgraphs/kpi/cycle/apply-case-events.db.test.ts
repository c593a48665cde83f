import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exampleCase, exampleEvent } from '../testing/case-event.ts';
import { openKpi, type TestKpi } from '../testing/open-kpi.ts';

let kpi: TestKpi;
beforeAll(async () => {
  kpi = await openKpi();
});
beforeEach(() => kpi.forget());
afterAll(() => kpi[Symbol.asyncDispose]());

const march = { from: '2026-03-01', to: '2026-04-01', now: '2026-04-20T09:00:00.000Z' };
const received = async () => (await kpi.figure('RECEIVED', march)).value;

describe('an event', () => {
  it('told twice counts once', async () => {
    const event = exampleEvent(exampleCase());
    await kpi.take(event, event);
    await kpi.sum(march.now);
    await kpi.take(event);
    expect(await received()).toBe(1);
  });

  it('that comes after a newer one of its cycle changes nothing', async () => {
    const kase = exampleCase({ type: 'INQUIRY' });
    const newer = { ...kase, type: 'COMPLAINT' as const };
    await kpi.take(exampleEvent(newer, 2));
    await kpi.take(exampleEvent(kase, 1));
    const filter = { axes: { type: ['COMPLAINT'] } };
    expect((await kpi.figure('RECEIVED', { ...march, filter })).value).toBe(1);
  });

  it('that moves a case to another entity moves it in the figures of both', async () => {
    const kase = exampleCase({ entity: 'MOH' });
    await kpi.take(exampleEvent(kase, 1));
    await kpi.sum(march.now);
    await kpi.take(exampleEvent({ ...kase, entity: 'MOE' }, 2));
    for (const summed of [false, true]) {
      if (summed) await kpi.sum(march.now);
      const of = async (entity: string) =>
        (await kpi.figure('RECEIVED', { ...march, filter: { axes: { entity: [entity] } } })).value;
      expect([await of('MOH'), await of('MOE')]).toEqual([0, 1]);
    }
  });

  it('that is no case event is refused whole', async () => {
    const broken = { ...exampleEvent(exampleCase()), payload: { action: 'DANCE' } };
    await expect(kpi.take(exampleEvent(exampleCase()), broken)).rejects.toThrow();
    expect(await received()).toBe(0);
  });
});
