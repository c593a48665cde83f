import type { Tx } from '@bekhedmetkom/platform/database';
import type { LoggedEvent } from '@bekhedmetkom/platform/outbox';
import { answerScored, caseEvent } from '@bekhedmetkom/schema/events/complaint';
import { type CycleChange, cyclesOf, saveCycles } from './cycle.repository.ts';
import { type Cycle, cycleAfter, keyOf, settleCase } from './cycle.ts';

/**
 * Takes over a batch of events of the topic `complaint`. An event that is older than what is known of its
 * cycle, or the same again, changes nothing. Throws for a payload that is not what its type says.
 */
export async function applyCaseEvents(tx: Tx, events: LoggedEvent[]): Promise<void> {
  const reported = events
    .filter((event) => event.type.startsWith('case.'))
    .map((event) => cycleAfter(caseEvent.parse(event.payload), event.version, Date.parse(event.at)));
  const scores = events
    .filter((event) => event.type === 'answer.scored')
    .map((event) => answerScored.parse(event.payload));
  const caseIds = [...new Set([...reported, ...scores].map(({ caseId }) => caseId))];
  if (caseIds.length === 0) return;

  const known = new Map((await cyclesOf(tx, caseIds)).map((cycle) => [keyOf(cycle), cycle]));
  const latest = new Map(known);
  for (const cycle of reported) {
    const before = latest.get(keyOf(cycle));
    if (!before || before.version < cycle.version) latest.set(keyOf(cycle), cycle);
  }
  // A round that was over is scored: nothing else about it changes any more.
  for (const { caseId, cycle: number, score, max } of scores) {
    const cycle = latest.get(keyOf({ caseId, number }));
    if (!cycle) continue;
    const quality = { qualityScore: Math.round(score), qualityMax: Math.round(max) };
    latest.set(keyOf(cycle), { ...cycle, ...quality });
  }
  const ofCases = Map.groupBy(latest.values(), (cycle) => cycle.caseId);
  const changes = [...ofCases.values()]
    .flatMap(settleCase)
    .map((after): CycleChange => ({ before: known.get(keyOf(after)) ?? null, after }))
    .filter(({ before, after }) => !before || !isSame(before, after));
  await saveCycles(tx, changes);
}

/** One version of a cycle is one state; only what its other cycles tell of it may differ besides. */
function isSame(one: Cycle, other: Cycle): boolean {
  return (
    one.version === other.version &&
    one.misrouted === other.misrouted &&
    one.reopened === other.reopened &&
    one.qualityScore === other.qualityScore &&
    one.qualityMax === other.qualityMax
  );
}
