/** What the words of a notification may mention. Kept beside it; nothing in it is personal. */
import type { CaseEvent, CaseFacts } from '@bekhedmetkom/schema/events/complaint';
import type { Names } from '@bekhedmetkom/schema/events/vocabulary';

export interface Facts {
  reference: string;
  type: string;
  importance: string | null;
  outcome: string | null;
  entity: Names | null;
  /** ISO 8601, UTC. */
  acknowledgeBy: string;
  /** ISO 8601, UTC; null until classified. */
  dueAt: string | null;
  reviews: number;
  score: number | null;
  solved: string | null;
  // What was kept before these were known lacks them.
  /** ISO 8601, UTC: as first promised. */
  originalDueAt?: string | null;
  submittedAt?: string | null;
  /** Until when the applicant may answer a question. */
  replyBy?: string | null;
  rejection?: string | null;
  /** The highest level of escalation that was reached. */
  level?: string | null;
  /** Working days late when it happened, as the case counts them; absent from what an earlier release kept. */
  workingDaysLate?: number;
  /** The entity that is asked to take the case. */
  target?: Names | null;
  /** `YYYY-MM-DD`, Asia/Amman. */
  promisedOn?: string | null;
  quality?: { score: number; max: number } | null;
}

/** The facts of a case as an event left it; `names` by code of entity. */
export function factsOf(
  { case: facts, workingDaysLate }: Pick<CaseEvent, 'case' | 'workingDaysLate'>,
  names: ReadonlyMap<string, Names>,
): Facts {
  const { cycle, transfer } = facts;
  const nameOf = (code: string | null) => (code === null ? null : (names.get(code) ?? null));
  return {
    reference: facts.reference,
    type: facts.type,
    importance: facts.importance,
    outcome: cycle.outcome,
    entity: nameOf(facts.entity),
    acknowledgeBy: cycle.acknowledgeBy,
    dueAt: cycle.dueAt,
    reviews: cycle.reviews,
    score: cycle.rating?.score ?? null,
    solved: cycle.rating?.solved ?? null,
    originalDueAt: cycle.originalDueAt,
    submittedAt: cycle.submittedAt,
    replyBy: facts.replyBy,
    rejection: facts.rejectionCode,
    level: cycle.escalations.at(-1)?.level ?? null,
    ...(workingDaysLate !== undefined && { workingDaysLate }),
    target: nameOf(transfer?.to ?? null),
    quality: cycle.quality,
  };
}

/** Codes of the entities that the words about a case may name. */
export function entitiesIn({ entity, transfer }: CaseFacts): string[] {
  return [entity, transfer?.to ?? null].filter((code) => code !== null);
}
