/** A cycle: one round of a case, from submission or reopening to the published answer. */
import type { CaseRecord } from './case.record.ts';

/** What a cycle is before anything has happened in it. */
export const initialCycle = {
  acknowledgedAt: null,
  originalDueAt: null,
  dueAt: null,
  slaDays: null,
  slaMinutes: null,
  reopenedBecause: null,
  pausedAt: null,
  pauses: [],
  questions: 0,
  question: null,
  interimDueOn: null,
  interimAt: null,
  startedAt: null,
  publishedAt: null,
  closedAt: null,
  outcome: null,
  reviews: 0,
  approvedAtFirstReview: null,
  workingMinutes: null,
  answerAuthor: null,
  ratingScore: null,
  ratingSolved: null,
  ratingComment: null,
  ratedAt: null,
  qualityScore: null,
  qualityMax: null,
  escalationAskedAt: null,
  escalations: [],
} satisfies Partial<CaseRecord>;
