/** A case as its rows tell it: the case and its current cycle, flat. All moments are UTC. */
import type { CaseFacts } from '@bekhedmetkom/schema/events/complaint';
import type {
  ApplicantKind,
  CaseState,
  CaseType,
  Channel,
  Importance,
  Outcome,
  Pillar,
  Programme,
  Solved,
} from '@bekhedmetkom/schema/events/vocabulary';

export interface CaseRecord {
  id: string;
  reference: string;
  version: number;
  type: CaseType;
  state: CaseState;
  programme: Programme;
  subject: string;
  entity: string | null;
  category: string | null;
  governorate: string | null;
  district: string | null;
  channel: Channel;
  applicantKind: ApplicantKind | null;
  anonymous: boolean;
  language: 'ar' | 'en';
  importance: Importance | null;
  pillar: Pillar | null;
  submittedAt: Date;
  applicantSubject: string | null;
  filedBy: string | null;
  reachable: boolean;
  holderPost: string | null;
  acceptedTransfers: number;
  imported: boolean;
  nearAt: Date | null;
  /** Null when no clock runs. */
  nextBreachAt: Date | null;
  cycle: number;
  openedBy: 'APPLICANT' | 'OPERATION_ROOM';
  cycleSubmittedAt: Date;
  policyVersion: number;
  calendarVersion: number;
  acknowledgeBy: Date;
  acknowledgedAt: Date | null;
  originalDueAt: Date | null;
  dueAt: Date | null;
  pausedAt: Date | null;
  /** Milliseconds since 1970; `to` null while it lasts. */
  pauses: { from: number; to: number | null }[];
  startedAt: Date | null;
  publishedAt: Date | null;
  closedAt: Date | null;
  outcome: Outcome | null;
  reviews: number;
  approvedAtFirstReview: boolean | null;
  workingMinutes: number | null;
  answerAuthor: string | null;
  ratingScore: number | null;
  ratingSolved: Solved | null;
  ratingComment: string | null;
  ratedAt: Date | null;
}

/** What the world may know of it: no personal data. */
export function toFacts(record: CaseRecord): CaseFacts {
  const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
  const { ratingScore: score, ratingSolved: solved, ratedAt } = record;
  return {
    caseId: record.id,
    reference: record.reference,
    type: record.type,
    state: record.state,
    programme: record.programme,
    entity: record.entity,
    category: record.category,
    pillar: record.pillar,
    importance: record.importance,
    channel: record.channel,
    governorate: record.governorate,
    applicantKind: record.applicantKind,
    anonymous: record.anonymous,
    applicantSubject: record.applicantSubject,
    reachable: record.reachable,
    language: record.language,
    holderPost: record.holderPost,
    acceptedTransfers: record.acceptedTransfers,
    imported: record.imported,
    cycle: {
      number: record.cycle,
      openedBy: record.openedBy,
      submittedAt: record.cycleSubmittedAt.toISOString(),
      acknowledgeBy: record.acknowledgeBy.toISOString(),
      acknowledgedAt: iso(record.acknowledgedAt),
      originalDueAt: iso(record.originalDueAt),
      dueAt: iso(record.dueAt),
      pausedAt: iso(record.pausedAt),
      startedAt: iso(record.startedAt),
      publishedAt: iso(record.publishedAt),
      closedAt: iso(record.closedAt),
      outcome: record.outcome,
      rating:
        score !== null && solved !== null && ratedAt !== null
          ? { score, solved, at: ratedAt.toISOString() }
          : null,
      reviews: record.reviews,
      approvedAtFirstReview: record.approvedAtFirstReview,
      workingMinutes: record.workingMinutes,
    },
  };
}
