/**
 * One cycle as the figures see it: what domain.md §4 needs of it and nothing else. All moments are
 * milliseconds since 1970, UTC.
 */
import type { CaseEvent, CaseFacts } from '@bekhedmetkom/schema/events/complaint';
import { type CaseState, escalationLevels } from '@bekhedmetkom/schema/events/vocabulary';
import type { Coordinates } from '../dimension/coordinates.ts';

export interface Cycle extends Coordinates {
  caseId: string;
  number: number;
  /** Version of the case's event that this is the state after. */
  version: number;
  /** False for a duplicate or withdrawn case: then it counts nowhere. */
  counted: boolean;
  submittedAt: number;
  acknowledgeBy: number;
  acknowledgedOnTime: boolean;
  /**
   * When it turns late (domain.md §4): the current due of a classified cycle, and until then the due of its
   * acknowledgement. Null while a pause keeps it from being reached.
   */
  dueAt: number | null;
  /** The same by the first due that it had. */
  originalDueAt: number | null;
  /** When the clock stopped: publication, or else the end of a cycle that ended without an answer. */
  answeredAt: number | null;
  /** Of an answer: a rejection is told, but answers nothing. */
  publishedAt: number | null;
  closedAt: number | null;
  /** Open, unanswered, and its clock not paused. */
  running: boolean;
  /** First cycle of a case that was classified; `misrouted`: and the case was handed over since. */
  classified: boolean;
  misrouted: boolean;
  reviewed: boolean;
  firstPass: boolean;
  /** A counted cycle that the applicant opened came after this one. */
  reopened: boolean;
  ratedAt: number | null;
  score: number | null;
  /** From submission to publication, less pauses. */
  workingMinutes: number | null;
  acceptedTransfers: number;
  openedByApplicant: boolean;
  /** What reviewers gave the answer, and the most they could have given; null when it was not scored. */
  qualityScore: number | null;
  qualityMax: number | null;
  /** Levels of escalation that were reached: bit n is level n. */
  escalated: number;
  /** Of another system's record: it was late or not before this platform escalated it. */
  imported: boolean;
}

const excluded: ReadonlySet<CaseState> = new Set(['DUPLICATE', 'WITHDRAWN']);
const endStates: ReadonlySet<CaseState> = new Set([
  'RESOLVED',
  'CLOSED',
  'REJECTED',
  'DUPLICATE',
  'WITHDRAWN',
]);

const instant = (text: string): number => Date.parse(text);
const instantOrNull = (text: string | null): number | null => (text === null ? null : Date.parse(text));

/** The cycle as an event leaves it. `at` is the event's own moment: an end that bears no other time has that. */
export function cycleAfter(event: CaseEvent, version: number, at: number): Cycle {
  const facts = event.case;
  const { cycle } = facts;
  const ended = instantOrNull(cycle.publishedAt);
  const publishedAt = facts.state === 'REJECTED' ? null : ended;
  const closedAt = instantOrNull(cycle.closedAt);
  const isEnded = endStates.has(facts.state);
  const classified = cycle.originalDueAt !== null || facts.importance !== null;
  return {
    ...coordinates(facts),
    caseId: facts.caseId,
    number: cycle.number,
    version,
    counted: !excluded.has(facts.state),
    submittedAt: instant(cycle.submittedAt),
    acknowledgeBy: instant(cycle.acknowledgeBy),
    acknowledgedOnTime:
      cycle.acknowledgedAt !== null && instant(cycle.acknowledgedAt) <= instant(cycle.acknowledgeBy),
    dueAt: reachableDue(facts),
    originalDueAt: instantOrNull(cycle.originalDueAt) ?? unclassifiedDue(facts),
    answeredAt: ended ?? closedAt ?? (isEnded ? at : null),
    publishedAt,
    closedAt,
    running: !isEnded && ended === null && cycle.pausedAt === null,
    classified: cycle.number === 1 && classified,
    misrouted: cycle.number === 1 && classified && facts.acceptedTransfers > 0,
    reviewed: cycle.reviews > 0,
    firstPass: cycle.reviews > 0 && cycle.approvedAtFirstReview === true,
    reopened: false,
    ratedAt: cycle.rating ? instant(cycle.rating.at) : null,
    score: cycle.rating?.score ?? null,
    workingMinutes: publishedAt === null ? null : cycle.workingMinutes,
    acceptedTransfers: facts.acceptedTransfers,
    openedByApplicant: cycle.openedBy === 'APPLICANT',
    qualityScore: cycle.quality && Math.round(cycle.quality.score),
    qualityMax: cycle.quality && Math.round(cycle.quality.max),
    escalated: cycle.escalations.reduce(
      (bits, { level }) => bits | (1 << escalationLevels.indexOf(level)),
      0,
    ),
    imported: facts.imported,
  };
}

/** While the clock stands still, a due moment that was ahead moves on with it: there is none to pass. */
function reachableDue(facts: CaseFacts): number | null {
  const { cycle } = facts;
  const due = instantOrNull(cycle.dueAt);
  if (due === null) return unclassifiedDue(facts);
  if (cycle.pausedAt === null || cycle.publishedAt !== null) return due;
  return due > instant(cycle.pausedAt) ? null : due;
}

/**
 * The due of a cycle that nobody has classified: that of its acknowledgement, also when it ended so. Null once it is
 * acknowledged, as then the acknowledgement plays no part any more.
 */
function unclassifiedDue({ state, cycle }: CaseFacts): number | null {
  const unclassified = cycle.acknowledgedAt === null && (state === 'SUBMITTED' || state === 'REJECTED');
  return unclassified ? instant(cycle.acknowledgeBy) : null;
}

function coordinates(facts: CaseFacts): Coordinates {
  return {
    entity: facts.entity ?? '',
    governorate: facts.governorate ?? '',
    category: facts.category ?? '',
    type: facts.type,
    pillar: facts.pillar ?? '',
    importance: facts.importance ?? '',
    channel: facts.channel,
    applicantKind: facts.applicantKind ?? '',
    programme: facts.programme,
  };
}

/** Names a cycle among all. */
export function keyOf({ caseId, number }: Pick<Cycle, 'caseId' | 'number'>): string {
  return `${caseId} ${number}`;
}

/**
 * The cycles of one case, each told what only the others know: whether the applicant reopened it, and, for
 * the first, whether the case was ever handed over.
 */
export function settleCase(cycles: Cycle[]): Cycle[] {
  const handedOver = cycles.some((cycle) => cycle.acceptedTransfers > 0);
  return cycles.map((cycle) => ({
    ...cycle,
    misrouted: cycle.classified && handedOver,
    reopened: cycles.some(
      (next) => next.number === cycle.number + 1 && next.openedByApplicant && next.counted,
    ),
  }));
}
