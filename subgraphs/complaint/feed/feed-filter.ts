/** Whether an event passes a filter, decided on the facts that the event carries. */
import { Fault } from '@bekhedmetkom/platform/errors';
import type { LoggedEvent } from '@bekhedmetkom/platform/outbox';
import type { CaseEvent, CaseFacts, CycleFacts } from '@bekhedmetkom/schema/events/complaint';
import type { CaseFilter } from '../case/case-filter.ts';
import { isOpen } from '../case/transitions.ts';
import type { Directory } from '../directory/directory.ts';
import { clockOf, nextBreach } from '../sla/case-clock.ts';
import { type SlaStatus, slaStatus } from '../sla/sla.ts';
import { fromLocalDate, startOfDay } from '../sla/working-calendar.ts';

export interface FeedScope {
  directory(): Directory;
  /** Posts that the viewer holds. */
  posts: readonly string[];
}

/** Refuses what a stream cannot be narrowed by: words, as an event carries none. */
export function checkFeedFilter(filter: CaseFilter): void {
  if (filter.incoming || filter.proposal) {
    throw new Fault(
      'BAD_USER_INPUT',
      'The feed cannot be narrowed to what waits for a decision: ask for a list.',
    );
  }
  if (filter.text?.trim()) {
    throw new Fault('BAD_USER_INPUT', 'A feed cannot be filtered by text; search a list instead.');
  }
}

/** Whether the case of an event passes, as it was after the event, at the moment when that was announced. */
export function passesFilter(
  { payload: { case: facts }, at }: Pick<LoggedEvent<CaseEvent>, 'payload' | 'at'>,
  filter: CaseFilter,
  scope: FeedScope,
): boolean {
  const among = (wanted: readonly string[] | null | undefined, value: string | null): boolean =>
    // An empty code stands for none, as in lists.
    !wanted || wanted.includes(value ?? '');
  return (
    among(filter.entity, facts.entity) &&
    (!filter.sector || among(filter.sector, scope.directory().sectorOf(facts.entity))) &&
    among(filter.type, facts.type) &&
    among(filter.state, facts.state) &&
    among(filter.importance, facts.importance) &&
    among(filter.pillar, facts.pillar) &&
    among(filter.channel, facts.channel) &&
    among(filter.governorate, facts.governorate) &&
    among(filter.category, facts.category) &&
    among(filter.programme, facts.programme) &&
    (!filter.escalation || among(filter.escalation, highestOf(facts))) &&
    (!filter.appealed || Boolean(facts.appealedAt)) &&
    equals(filter.open, () => isOpen(facts.state)) &&
    equals(filter.unassigned, () => facts.holderPost === null || facts.state === 'SUBMITTED') &&
    (!filter.mine || among(scope.posts, facts.holderPost)) &&
    equals(filter.overdue, () => statusOf(facts, at, scope) === 'OVERDUE') &&
    (!filter.sla || filter.sla.includes(statusOf(facts, at, scope))) &&
    isWithin(filter.submitted, facts.cycle.submittedAt)
  );
}

function equals(wanted: boolean | null | undefined, value: () => boolean): boolean {
  return wanted === null || wanted === undefined || wanted === value();
}

// Events that an earlier release wrote say nothing of the ladder.
function highestOf({ cycle }: CaseFacts): string | null {
  const reached: CycleFacts['escalations'] | undefined = cycle.escalations;
  return reached?.at(-1)?.level ?? null;
}

function isWithin(window: CaseFilter['submitted'], submittedAt: string): boolean {
  if (!window) return true;
  const at = Date.parse(submittedAt);
  return at >= startOfDay(fromLocalDate(window.from)) && at < startOfDay(fromLocalDate(window.to));
}

function statusOf({ state, cycle }: CaseFacts, at: string, { directory }: FeedScope): SlaStatus {
  const date = (iso: string | null): Date | null => (iso === null ? null : new Date(iso));
  const kase = {
    state,
    cycleSubmittedAt: new Date(cycle.submittedAt),
    acknowledgeBy: new Date(cycle.acknowledgeBy),
    dueAt: date(cycle.dueAt),
    pauses: [],
  };
  const { nearAt, nextBreachAt } = nextBreach(kase, directory().calendar());
  return slaStatus(
    clockOf(state),
    nearAt?.getTime() ?? null,
    nextBreachAt?.getTime() ?? null,
    Date.parse(at),
  );
}
