import type { CycleFacts } from '@bekhedmetkom/schema/events/complaint';
import { expect } from 'vitest';
import type { KpiName } from '../figure/figure.ts';
import { type ExampleFacts, exampleCase } from './case-event.ts';
import type { TestKpi } from './open-kpi.ts';

export const march = { from: '2026-03-01', to: '2026-04-01', now: '2026-04-20T09:00:00.000Z' };
/** Due on Thursday 12 March at half past three, Amman. */
export const due = '2026-03-12T12:30:00.000Z';
export const justAfter = '2026-03-12T12:30:00.001Z';

/** The figure as `numerator/denominator`, the same before and after everything is summed. */
export async function share(kpi: TestKpi, name: KpiName, asked: Partial<typeof march> = {}): Promise<string> {
  const read = async () => {
    const { value, numerator, denominator } = await kpi.figure(name, { ...march, ...asked });
    return numerator === null ? String(value) : `${numerator}/${denominator}`;
  };
  const loose = await read();
  await kpi.sum(asked.now ?? march.now);
  expect(await read()).toBe(loose);
  return loose;
}

/** Takes these cases in, each with one event. */
export const takeCases = (kpi: TestKpi, ...cases: ExampleFacts[]) => kpi.take(...cases.map(exampleCase));
export const running = (cycle: Partial<CycleFacts>): ExampleFacts => ({
  state: 'IN_PROGRESS',
  importance: 'MEDIUM',
  cycle: { originalDueAt: due, dueAt: due, ...cycle },
});
export const published = (cycle: Partial<CycleFacts>): ExampleFacts => ({
  ...running(cycle),
  state: 'RESOLVED',
});
