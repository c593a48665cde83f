/** Which column of which table each field of a record is kept in, and as what. */
import type { CaseRecord } from './case.record.ts';
import { isOpen } from './transitions.ts';

type Columns = Partial<Record<keyof CaseRecord, readonly [column: string, type: string]>>;

export const caseColumns = {
  id: ['id', 'uuid'],
  reference: ['reference', 'text'],
  version: ['version', 'int'],
  type: ['type', 'text'],
  state: ['state', 'text'],
  programme: ['programme', 'text'],
  subject: ['subject', 'text'],
  entity: ['entity', 'text'],
  category: ['category', 'text'],
  governorate: ['governorate', 'text'],
  district: ['district', 'text'],
  channel: ['channel', 'text'],
  applicantKind: ['applicant_kind', 'text'],
  anonymous: ['anonymous', 'boolean'],
  language: ['language', 'text'],
  importance: ['importance', 'text'],
  pillar: ['pillar', 'text'],
  submittedAt: ['submitted_at', 'timestamptz'],
  applicantSubject: ['applicant_subject', 'text'],
  filedBy: ['filed_by', 'text'],
  reachable: ['reachable', 'boolean'],
  holderPost: ['holder_post', 'text'],
  acceptedTransfers: ['accepted_transfers', 'int'],
  imported: ['imported', 'boolean'],
  dueSoonAt: ['due_soon_at', 'timestamptz'],
  nextDeadlineAt: ['next_deadline_at', 'timestamptz'],
  cycle: ['cycle', 'int'],
  ownReopenings: ['own_reopenings', 'int'],
  parentId: ['parent_id', 'uuid'],
  followers: ['followers', 'int'],
  transferTo: ['transfer_to', 'text'],
  transferAtRoom: ['transfer_at_room', 'boolean'],
  transferRefusals: ['transfer_refusals', 'int'],
  previousState: ['previous_state', 'text'],
  partEntities: ['part_entities', 'text[]'],
  openParts: ['open_parts', 'int'],
  proposal: ['proposal', 'jsonb'],
  rejectionCode: ['rejection_code', 'text'],
  appealedAt: ['appealed_at', 'timestamptz'],
  restricted: ['restricted', 'boolean'],
  entityAssignedAt: ['entity_assigned_at', 'timestamptz'],
  escalation: ['escalation', 'text'],
  escalatesAt: ['escalates_at', 'timestamptz'],
  timesOutAt: ['times_out_at', 'timestamptz'],
} as const satisfies Columns;

export const cycleColumns = {
  openedBy: ['opened_by', 'text'],
  cycleSubmittedAt: ['submitted_at', 'timestamptz'],
  policyVersion: ['policy_version', 'int'],
  calendarVersion: ['calendar_version', 'int'],
  acknowledgeBy: ['acknowledge_by', 'timestamptz'],
  acknowledgedAt: ['acknowledged_at', 'timestamptz'],
  originalDueAt: ['original_due_at', 'timestamptz'],
  dueAt: ['due_at', 'timestamptz'],
  slaDays: ['sla_days', 'int'],
  slaMinutes: ['sla_minutes', 'int'],
  reopenedBecause: ['reason', 'text'],
  questions: ['questions', 'int'],
  question: ['question', 'text'],
  interimDueOn: ['interim_due_on', 'date'],
  interimAt: ['interim_at', 'timestamptz'],
  pausedAt: ['paused_at', 'timestamptz'],
  pauses: ['pauses', 'jsonb'],
  startedAt: ['started_at', 'timestamptz'],
  publishedAt: ['published_at', 'timestamptz'],
  closedAt: ['closed_at', 'timestamptz'],
  outcome: ['outcome', 'text'],
  reviews: ['reviews', 'int'],
  approvedAtFirstReview: ['approved_at_first_review', 'boolean'],
  workingMinutes: ['working_minutes', 'int'],
  answerAuthor: ['answer_author', 'text'],
  ratingScore: ['rating_score', 'int'],
  ratingSolved: ['rating_solved', 'text'],
  ratingComment: ['rating_comment', 'text'],
  ratedAt: ['rated_at', 'timestamptz'],
  qualityScore: ['quality_score', 'double precision'],
  qualityMax: ['quality_max', 'double precision'],
  escalationAskedAt: ['escalation_asked_at', 'timestamptz'],
  escalations: ['escalations', 'jsonb'],
} as const satisfies Columns;

/** Fields that are kept as JSON. */
export const jsonColumns: ReadonlySet<keyof CaseRecord> = new Set(['pauses', 'proposal', 'escalations']);

/**
 * Where a case without a running deadline stands among the deadlines: an open one behind all that have one, a
 * closed one at infinity. So "open" is one range of one index.
 */
const noDeadline = '9999-01-01T00:00:00Z';

const selected = (alias: string, columns: Columns): string[] =>
  Object.entries(columns).map(([field, [column, type]]) => {
    const held = `${alias}.${column}`;
    if (field === 'nextDeadlineAt')
      return `case when ${held} < '${noDeadline}' then ${held} end as "${field}"`;
    return `${type === 'date' ? `${held}::text` : held} as "${field}"`;
  });

/** `select` list and tables of a CaseRecord; the case is `c`, its current cycle `y`. */
export const recordColumns = [...selected('c', caseColumns), ...selected('y', cycleColumns)].join(', ');
export const recordTables = 'cases c join cycle y on y.case_id = c.id and y.number = c.cycle';

/** The values of a record's fields as the columns take them. */
export function columnValue(record: CaseRecord, field: keyof CaseRecord): unknown {
  if (field === 'nextDeadlineAt') {
    return record.nextDeadlineAt ?? (isOpen(record.state) ? new Date(noDeadline) : 'infinity');
  }
  if (jsonColumns.has(field)) return record[field] === null ? null : JSON.stringify(record[field]);
  return record[field];
}

/** The place of a case in the order of deadlines, in milliseconds; null is infinity. */
export function deadlinePosition({ nextDeadlineAt, state }: CaseRecord): number | null {
  if (nextDeadlineAt) return nextDeadlineAt.getTime();
  return isOpen(state) ? Date.parse(noDeadline) : null;
}
