/**
 * What the complaint subgraph publishes (topic `complaint`).
 *
 * One event per transition. Each carries the facts of its case as they are after the transition, so that a
 * consumer needs no earlier event to be right. Never personal data: no name, no text, no address
 * (security.md W3); a consumer that may know more asks the graph.
 */
import { z } from 'zod';
import {
  applicantKind,
  caseAction,
  caseState,
  caseType,
  channel,
  importance,
  instant,
  outcome,
  pillar,
  programme,
  solved,
} from './vocabulary.ts';

export const complaintTopic = 'complaint';

/** One round of a case, from submission or reopening to the published answer: the unit of every KPI. */
export const cycleFacts = z.object({
  number: z.int().min(1),
  openedBy: z.enum(['APPLICANT', 'OPERATION_ROOM']),
  submittedAt: instant,
  acknowledgeBy: instant,
  acknowledgedAt: instant.nullable(),
  /** Null until classified. */
  originalDueAt: instant.nullable(),
  /** Null until classified. */
  dueAt: instant.nullable(),
  /** The clock stands still from here; null while it runs. */
  pausedAt: instant.nullable(),
  startedAt: instant.nullable(),
  publishedAt: instant.nullable(),
  closedAt: instant.nullable(),
  outcome: outcome.nullable(),
  rating: z.object({ score: z.int().min(1).max(5), solved, at: instant }).nullable(),
  /** How often a reviewer looked at an answer of this cycle, and whether the first look approved it. */
  reviews: z.int().min(0),
  approvedAtFirstReview: z.boolean().nullable(),
  /** Working minutes from submission to publication less pauses; null until published. */
  workingMinutes: z.int().min(0).nullable(),
});
export type CycleFacts = z.infer<typeof cycleFacts>;

export const caseFacts = z.object({
  caseId: z.uuid(),
  reference: z.string(),
  type: caseType,
  state: caseState,
  programme,
  /** Code of the entity responsible now; null while nobody knows. */
  entity: z.string().nullable(),
  category: z.string().nullable(),
  pillar: pillar.nullable(),
  importance: importance.nullable(),
  channel,
  governorate: z.string().nullable(),
  applicantKind: applicantKind.nullable(),
  anonymous: z.boolean(),
  /** Pseudonymous subject of a signed-in applicant; always null for an anonymous case. */
  applicantSubject: z.string().nullable(),
  /** Whether the applicant left a way to be reached (the contact itself stays with the case). */
  reachable: z.boolean(),
  /** The applicant's language. */
  language: z.enum(['ar', 'en']),
  /** Post (its key, not a global id) that has the case now. */
  holderPost: z.string().nullable(),
  acceptedTransfers: z.int().min(0),
  /** Filed by an importer from another system's record; its times are that record's. */
  imported: z.boolean(),
  cycle: cycleFacts,
});
export type CaseFacts = z.infer<typeof caseFacts>;

/** `type` of the logged event is `case.<action in lower case>`, e.g. `case.approve_answer`; an import is `case.import`. */
export const caseEvent = z.object({
  action: caseAction.nullable(),
  /** State before; null for the first event of a case. */
  from: caseState.nullable(),
  /** Kind of the person who did it, never who. */
  by: z.enum(['APPLICANT', 'STAFF', 'SYSTEM', 'IMPORTER']),
  case: caseFacts,
});
export type CaseEvent = z.infer<typeof caseEvent>;
