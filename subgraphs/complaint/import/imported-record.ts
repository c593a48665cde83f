/** What a record of another system becomes: pure. Its times are kept as they are. */
import type {
  ApplicantKind,
  CaseAction,
  CaseState,
  CaseType,
  Channel,
  Importance,
  Outcome,
  Pillar,
  Solved,
} from '@bekhedmetkom/schema/events/vocabulary';
import type { CaseRecord } from '../case/case.record.ts';
import { checkRating, maxAnswerLength, maxReasonLength, outcomesOf, type Refusal } from '../case/case.ts';
import { dueDates, minutesTaken, nextDeadline } from '../clock/case-clock.ts';
import { nextEscalation } from '../clock/escalation-policy.ts';
import { type Directory, timeToResolve } from '../directory/directory.ts';
import type { Point } from '../location/location.ts';
import { readPlace } from '../location/read-place.ts';
import { dayOf, isCounted, toLocalDate } from '../sla/working-calendar.ts';
import { checkCodes, maxTextLength, openCase, subjectLimits } from '../submission/submission.ts';
import { readText } from '../wording/written-text.ts';

export interface ImportedRecord {
  source: string;
  sourceId: string;
  type: CaseType;
  subject: string;
  text: string;
  entityCode?: string | null;
  categoryCode?: string | null;
  governorateCode?: string | null;
  district?: string | null;
  point?: Point | null;
  anonymous?: boolean | null;
  channel: Channel;
  applicantKind?: ApplicantKind | null;
  language: 'ar' | 'en';
  importance?: Importance | null;
  pillar?: Pillar | null;
  submittedAt: Date;
  acknowledgedAt?: Date | null;
  startedAt?: Date | null;
  dueAt?: Date | null;
  publishedAt?: Date | null;
  closedAt?: Date | null;
  withdrawnAt?: Date | null;
  outcome?: Outcome | null;
  answer?: string | null;
  rating?: { score: number; solved: Solved; comment?: string | null; at: Date } | null;
}

/** One thing that the record says happened. */
interface ImportedStep {
  at: Date;
  /** Null: the import itself. */
  action: CaseAction | null;
  state: CaseState;
  text: string | null;
}

export interface ImportedCase {
  record: CaseRecord;
  text: string;
  point: Point | null;
  answer: string | null;
  /** In the order of time. */
  steps: ImportedStep[];
}

const order = [
  'submittedAt',
  'acknowledgedAt',
  'startedAt',
  'publishedAt',
  'closedAt',
  'withdrawnAt',
] as const;

/** Checks a record; gives the case it becomes, or everything that is wrong with it. */
export function readRecord(
  given: ImportedRecord,
  identity: { id: string; reference: string; filedBy: string | null },
  directory: Directory,
  now: Date,
): ImportedCase | { refusals: Refusal[] } {
  const refusals: Refusal[] = [];
  const read = (raw: string, limits: Parameters<typeof readText>[1]): string => {
    const written = readText(raw, limits);
    if ('text' in written) return written.text;
    refusals.push(written);
    return '';
  };
  read(given.source, { field: ['source'], min: 1, max: 100, oneLine: true });
  read(given.sourceId, { field: ['sourceId'], min: 1, max: 200, oneLine: true });
  const subject = read(given.subject, subjectLimits);
  const text = read(given.text, { field: ['text'], min: 1, max: maxTextLength });
  const district = read(given.district ?? '', { field: ['district'], min: 0, max: 120, oneLine: true });
  const answer = read(given.answer ?? '', { field: ['answer'], min: 0, max: maxAnswerLength });
  const comment = read(given.rating?.comment ?? '', { field: ['rating'], min: 0, max: maxReasonLength });
  const publishedAt = given.publishedAt ?? given.closedAt ?? null;
  refusals.push(...checkPlace(given, directory), ...checkEnd(given, publishedAt), ...checkTimes(given, now));
  // Without a point the governorate is checked with the other codes.
  const place = given.point
    ? readPlace({ point: given.point }, directory)
    : { point: null, governorate: given.governorateCode || null };
  if ('refused' in place) refusals.push(place);
  if (refusals.length > 0 || 'refused' in place) return { refusals };

  const submission = {
    programme: null,
    point: place.point,
    credit: null,
    type: given.type,
    subject,
    text,
    entity: given.entityCode || null,
    category: given.categoryCode || null,
    governorate: place.governorate,
    district: district || null,
    channel: given.channel,
    applicantKind: given.applicantKind ?? null,
    anonymous: given.anonymous ?? false,
    contact: { name: null, phone: null, email: null },
    language: given.language,
  };
  const filing = { ...identity, applicantSubject: null };
  const opened = openCase(submission, filing, directory, given.submittedAt);
  const calendar = directory.calendar(opened.calendarVersion);
  const terms = termsOf(given, opened, directory);
  const stated = given.dueAt ? { originalDueAt: given.dueAt, dueAt: given.dueAt } : null;
  const { rating } = given;
  const record: CaseRecord = {
    ...opened,
    imported: true,
    importance: given.importance ?? null,
    pillar: given.pillar ?? null,
    acknowledgedAt: given.acknowledgedAt ?? null,
    startedAt: given.startedAt ?? null,
    ...terms,
    ...(stated ?? dueDates({ ...opened, ...terms }, calendar)),
    publishedAt,
    closedAt: given.withdrawnAt ?? given.closedAt ?? rating?.at ?? null,
    outcome: publishedAt === null ? null : (given.outcome ?? null),
    workingMinutes: publishedAt && minutesTaken(opened, calendar, publishedAt),
    ratingScore: rating?.score ?? null,
    ratingSolved: rating?.solved ?? null,
    ratingComment: comment || null,
    ratedAt: rating?.at ?? null,
  };
  record.state = given.withdrawnAt && !publishedAt ? 'WITHDRAWN' : stateOf(record);
  Object.assign(record, nextDeadline(record, calendar, directory.termsOf(record)));
  record.escalatesAt = nextEscalation(record, directory.termsOf(record), calendar);
  return { record, text, point: place.point, answer: answer || null, steps: stepsOf(record, answer || null) };
}

/**
 * Whether a record tells more than what was taken over before. What has gone a way here of which records know
 * nothing (reopened, merged, transferred, asked about, ended otherwise) is ours from then on: no record takes
 * it back.
 */
export function hasMovedOn(kept: CaseRecord, fresh: CaseRecord): boolean {
  if (isLedHere(kept)) return false;
  const times = ['acknowledgedAt', 'startedAt', 'publishedAt', 'closedAt', 'ratedAt'] as const;
  return times.some((time) => {
    const [before, after] = [kept[time], fresh[time]];
    return after !== null && (before === null || after.getTime() > before.getTime());
  });
}

const toldByRecords: readonly CaseState[] = ['SUBMITTED', 'ASSIGNED', 'IN_PROGRESS', 'RESOLVED', 'CLOSED'];

function isLedHere(kept: CaseRecord): boolean {
  return (
    !toldByRecords.includes(kept.state) ||
    kept.cycle > 1 ||
    kept.followers > 0 ||
    kept.acceptedTransfers > 0 ||
    kept.partEntities.length > 0 ||
    kept.proposal !== null ||
    kept.pauses.length > 0 ||
    kept.interimAt !== null
  );
}

function stateOf(record: CaseRecord): CaseState {
  if (record.closedAt) return 'CLOSED';
  if (record.publishedAt) return 'RESOLVED';
  if (record.startedAt) return 'IN_PROGRESS';
  return record.acknowledgedAt ? 'ASSIGNED' : 'SUBMITTED';
}

function stepsOf(record: CaseRecord, answer: string | null): ImportedStep[] {
  const step = (action: CaseAction, at: Date | null, state: CaseState, text: string | null = null) =>
    at === null ? [] : [{ action, at, state, text }];
  const rated = record.ratedAt !== null;
  const withdrawn = record.state === 'WITHDRAWN';
  return [
    ...step('SUBMIT', record.submittedAt, 'SUBMITTED'),
    ...step('CLASSIFY', record.acknowledgedAt, 'ASSIGNED'),
    ...step('START', record.startedAt, 'IN_PROGRESS'),
    ...step('APPROVE_ANSWER', record.publishedAt, 'RESOLVED', answer),
    ...step('RATE', record.ratedAt, 'CLOSED', record.ratingComment),
    ...(withdrawn ? step('WITHDRAW', record.closedAt, 'WITHDRAWN') : []),
    ...(rated || withdrawn ? [] : step('CLOSE', record.closedAt, 'CLOSED')),
  ];
}

function termsOf(given: ImportedRecord, opened: CaseRecord, directory: Directory) {
  if (!given.importance || given.dueAt) return { slaDays: null, slaMinutes: null };
  const policy = directory.policyFor(opened.programme, toLocalDate(dayOf(given.submittedAt.getTime())));
  return timeToResolve(policy, given.type, given.pillar ?? null, given.importance);
}

// Records may be older than an entity's end: only its code has to be known.
function checkPlace(given: ImportedRecord, directory: Directory): Refusal[] {
  const refusals = checkCodes(given, directory);
  const code = given.entityCode;
  if (code && !directory.entity(code)) {
    refusals.push({ refused: 'UNKNOWN_ENTITY', field: ['entityCode'], facts: { code } });
  }
  return refusals;
}

function checkEnd(given: ImportedRecord, publishedAt: Date | null): Refusal[] {
  const refusals: Refusal[] = [];
  if ((given.answer?.trim() || given.outcome) && !publishedAt) {
    refusals.push({ refused: 'ANSWER_NEEDS_DATE', field: ['publishedAt'] });
  }
  const outcomes = outcomesOf(given.type);
  if (given.answer?.trim() && !given.outcome) {
    refusals.push({ refused: 'REQUIRED', field: ['outcome'] });
  }
  if (given.outcome && !outcomes.includes(given.outcome)) {
    const facts = { type: given.type, outcomes };
    refusals.push({ refused: 'OUTCOME_NOT_ALLOWED', field: ['outcome'], facts });
  }
  const score = given.rating ? checkRating(given.rating) : null;
  if (score) refusals.push({ ...score, field: ['rating', 'score'] });
  return refusals;
}

function checkTimes(given: ImportedRecord, now: Date): Refusal[] {
  const refusals: Refusal[] = [];
  const told: [field: string[], at: Date][] = order.flatMap((field) => {
    const at = given[field];
    return at ? [[[field], at] as [string[], Date]] : [];
  });
  if (given.rating) told.push([['rating', 'at'], given.rating.at]);
  for (const [field, at] of told) {
    if (!isCounted(at.getTime())) refusals.push({ refused: 'TIME_OUT_OF_RANGE', field });
    else if (at > now) refusals.push({ refused: 'TIME_IN_FUTURE', field });
  }
  if (given.dueAt && !isCounted(given.dueAt.getTime())) {
    refusals.push({ refused: 'TIME_OUT_OF_RANGE', field: ['dueAt'] });
  }
  const sequence = told.filter(([[field]]) => field !== 'rating');
  sequence.slice(1).forEach(([field, at], i) => {
    const [earlier, before] = sequence[i] ?? [field, at];
    if (at < before) {
      const facts = { earlier: earlier.join('.'), later: field.join('.') };
      refusals.push({ refused: 'TIME_ORDER', field, facts });
    }
  });
  const published = given.publishedAt ?? given.closedAt;
  if (given.rating && (!published || given.rating.at < published)) {
    const facts = { earlier: 'publishedAt', later: 'rating.at' };
    refusals.push({ refused: 'TIME_ORDER', field: ['rating', 'at'], facts });
  }
  return refusals;
}
