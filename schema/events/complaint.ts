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
  escalationLevel,
  importance,
  instant,
  localDate,
  outcome,
  pillar,
  programme,
  rejectionCode,
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
  /** Questions put to the applicant. */
  questions: z.int().min(0).default(0),
  /** When an interim reply was given. */
  interimAt: instant.nullable().default(null),
  /** What reviewers gave the answer by the rubric; null when it was not scored. */
  quality: z
    .object({ score: z.number().min(0), max: z.number().positive() })
    .nullable()
    .default(null),
  /** Levels of escalation that this cycle reached, lowest first. */
  escalations: z.array(z.object({ level: escalationLevel, at: instant })).default([]),
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
  /** The case into which this one was merged, or which its reporter follows instead. */
  parent: z.uuid().nullable().default(null),
  /** How many cases follow this one. */
  followers: z.int().min(0).default(0),
  /** Entities that were asked for a part of the answer. */
  partEntities: z.array(z.string()).default([]),
  /** A transfer that waits for a decision: of the target, or `atRoom` of the operation room. */
  transfer: z
    .object({ to: z.string(), atRoom: z.boolean(), refusals: z.int().min(0) })
    .nullable()
    .default(null),
  rejectionCode: rejectionCode.nullable().default(null),
  appealedAt: instant.nullable().default(null),
  /** Of a programme whose cases only its coordinator, the Prime Minister's office and the entity see. */
  restricted: z.boolean().default(false),
  /** When the case was first filed, whatever rounds followed; absent from events of earlier releases. */
  submittedAt: instant.optional(),
  /**
   * The deadline that counts now (acknowledgement until the case is classified, then its due date) and when it is
   * near, by the terms of its policy; null while no clock runs, absent from events of earlier releases.
   */
  deadline: z.object({ nearAt: instant.nullable(), at: instant }).nullable().optional(),
  /** Until when the applicant may answer a question; null when none waits. */
  replyBy: instant.nullable().default(null),
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
  /** Keys of posts that the event is addressed to, beside whoever has the case. */
  told: z.array(z.string()).default([]),
  /**
   * Working days, by the calendar of the case, that were over after its deadline when this happened; 0 before that.
   * The same figure as `Sla.remainingWorkingDays` below zero. Absent from events of earlier releases and of imports.
   */
  workingDaysLate: z.int().min(0).optional(),
  case: caseFacts,
});
export type CaseEvent = z.infer<typeof caseEvent>;

/** `note.added`: staff left a note on a case. Its key is the note's, as it is no version of the case. */
export const noteAdded = z.object({
  noteId: z.uuid(),
  caseId: z.uuid(),
  /** Keys of the posts that it calls. */
  mentions: z.array(z.string()),
  /** Post in which it was left. */
  by: z.string().nullable(),
});
export type NoteAdded = z.infer<typeof noteAdded>;

/** `follow-up.promised`: a focal point promised something to the operation room. Its key is the follow-up's. */
export const followUpPromised = z.object({
  followUpId: z.uuid(),
  caseId: z.uuid(),
  /** Post that promised. */
  post: z.string(),
  promisedOn: localDate,
});
export type FollowUpPromised = z.infer<typeof followUpPromised>;

/** `attachment.added`: a file became part of a case. What it is, the graph says to whoever may know. */
export const attachmentAdded = z.object({ attachmentId: z.uuid(), caseId: z.uuid() });
export type AttachmentAdded = z.infer<typeof attachmentAdded>;

/**
 * `answer.scored`: the answer of a round that was over already was scored. Its key is its own, as it is no
 * version of the case; what is scored in the case's current round comes with the case.
 */
export const answerScored = z.object({
  caseId: z.uuid(),
  cycle: z.int().min(1),
  score: z.number().min(0),
  max: z.number().positive(),
});
export type AnswerScored = z.infer<typeof answerScored>;
