/** Whether an event passes a filter, decided on the facts that the event carries. */
import { Fault } from '@bekhedmetkom/platform/errors';
import type { LoggedEvent } from '@bekhedmetkom/platform/outbox';
import type { CaseEvent, CaseFacts } from '@bekhedmetkom/schema/events/complaint';
import type { CaseFilter } from '../case-list/case-filter.ts';
import { passes } from '../case-list/case-predicate.ts';
import { clockOf, nextDeadline } from '../clock/case-clock.ts';
import type { Directory } from '../directory/directory.ts';
import { type SlaStatus, slaStatus } from '../sla/sla.ts';

export interface FeedScope {
  directory(): Directory;
  /** Posts that the viewer holds. */
  posts: readonly string[];
}

/** Refuses what a stream cannot be narrowed by: words, as an event carries none. */
export function checkFeedFilter(filter: CaseFilter): void {
  if (filter.incoming || filter.proposal || typeof filter.awaitsMyDecision === 'boolean') {
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
  { directory, posts }: FeedScope,
): boolean {
  const status = () => statusOf(facts, at, directory());
  return passes(filter, { facts, posts, status, sectorOf: (entity) => directory().sectorOf(entity) });
}

/** What the clock says of a case at the moment of an event. */
function statusOf(
  { state, programme, cycle, deadline }: CaseFacts,
  at: string,
  directory: Directory,
): SlaStatus {
  const moment = (iso: string | null | undefined): number | null => (iso ? Date.parse(iso) : null);
  const now = Date.parse(at);
  if (deadline !== undefined) {
    return slaStatus(clockOf(state), moment(deadline?.nearAt), moment(deadline?.at), now);
  }
  // Written by an earlier release, which said nothing of it: reckoned as well as the event allows.
  const date = (iso: string | null): Date | null => (iso === null ? null : new Date(iso));
  const kase = {
    state,
    programme,
    policyVersion: 1,
    cycleSubmittedAt: new Date(cycle.submittedAt),
    acknowledgeBy: new Date(cycle.acknowledgeBy),
    dueAt: date(cycle.dueAt),
    pauses: [],
  };
  const { dueSoonAt, nextDeadlineAt } = nextDeadline(kase, directory.calendar(), directory.termsOf(kase));
  return slaStatus(clockOf(state), dueSoonAt?.getTime() ?? null, nextDeadlineAt?.getTime() ?? null, now);
}
