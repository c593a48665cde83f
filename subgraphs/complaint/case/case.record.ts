/** A case as its rows tell it: the case and its current cycle, flat. All moments are UTC. */
import type { CaseFacts } from '@bekhedmetkom/schema/events/complaint';
import type {
  ApplicantKind,
  CaseState,
  CaseType,
  Channel,
  EscalationLevel,
  Importance,
  Outcome,
  Pillar,
  Programme,
  RejectionCode,
  Solved,
} from '@bekhedmetkom/schema/events/vocabulary';
import type { Pause } from '../sla/sla.ts';

/** What waits for its second person; `by` is the subject who proposed it, `at` an ISO moment. */
export type Proposal =
  | { kind: 'INTERIM'; text: string; dueOn: string; by: string | null; post: string | null; at: string }
  | {
      kind: 'REJECTION';
      code: RejectionCode;
      text: string;
      by: string | null;
      post: string | null;
      at: string;
    };

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
  /** The case into which this one was merged, or which its reporter follows instead. */
  parentId: string | null;
  followers: number;
  transferTo: string | null;
  transferAtRoom: boolean;
  /** Refusals since the case was last with an entity that kept it. */
  transferRefusals: number;
  previousState: CaseState | null;
  partEntities: string[];
  openParts: number;
  proposal: Proposal | null;
  rejectionCode: RejectionCode | null;
  appealedAt: Date | null;
  restricted: boolean;
  /** Null: since submission. */
  entityAssignedAt: Date | null;
  /** Highest level that the current cycle reached. */
  escalation: EscalationLevel | null;
  escalatesAt: Date | null;
  timesOutAt: Date | null;
  dueSoonAt: Date | null;
  /** Null when no clock runs. */
  nextDeadlineAt: Date | null;
  cycle: number;
  /** How often its applicant reopened it; what the operation room opened does not count. */
  ownReopenings: number;
  openedBy: 'APPLICANT' | 'OPERATION_ROOM';
  cycleSubmittedAt: Date;
  policyVersion: number;
  calendarVersion: number;
  acknowledgeBy: Date;
  acknowledgedAt: Date | null;
  originalDueAt: Date | null;
  dueAt: Date | null;
  /** What the policy gave: days, or else minutes, of working time; null until classified. */
  slaDays: number | null;
  slaMinutes: number | null;
  /** Why the case was reopened. */
  reopenedBecause: string | null;
  pausedAt: Date | null;
  /** In order of time and apart from each other; `to` null while it lasts. */
  pauses: Pause[];
  questions: number;
  /** The one that waits for the applicant. */
  question: string | null;
  /** `YYYY-MM-DD`, Asia/Amman. */
  interimDueOn: string | null;
  interimAt: Date | null;
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
  qualityScore: number | null;
  qualityMax: number | null;
  escalationAskedAt: Date | null;
  /** Lowest level first; moments in ISO 8601, UTC. */
  escalations: { level: EscalationLevel; at: string }[];
}

/** What the world may know of it: no personal data. */
export function toFacts(record: CaseRecord): CaseFacts {
  const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
  const { ratingScore: score, ratingSolved: solved, ratedAt, qualityScore, qualityMax } = record;
  const { transferTo: to, transferAtRoom: atRoom, transferRefusals: refusals } = record;
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
    parent: record.parentId,
    followers: record.followers,
    partEntities: record.partEntities,
    transfer: to === null ? null : { to, atRoom, refusals },
    rejectionCode: record.rejectionCode,
    appealedAt: iso(record.appealedAt),
    restricted: record.restricted,
    submittedAt: record.submittedAt.toISOString(),
    deadline:
      record.nextDeadlineAt === null
        ? null
        : { nearAt: iso(record.dueSoonAt), at: record.nextDeadlineAt.toISOString() },
    replyBy: record.state === 'AWAITING_APPLICANT' ? iso(record.timesOutAt) : null,
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
      questions: record.questions,
      interimAt: iso(record.interimAt),
      quality: qualityScore !== null && qualityMax !== null ? { score: qualityScore, max: qualityMax } : null,
      escalations: record.escalations,
    },
  };
}
