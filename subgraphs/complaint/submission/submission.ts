/** What may be submitted, and what a submission becomes: pure. */
import type { ApplicantKind, CaseType, Channel, Programme } from '@bekhedmetkom/schema/events/vocabulary';
import type { CaseRecord } from '../case/case.record.ts';
import type { Refusal } from '../case/case.ts';
import { initialCycle } from '../case/cycle.ts';
import { nextDeadline } from '../clock/case-clock.ts';
import { nextEscalation } from '../clock/escalation-policy.ts';
import { type Contact, type ContactFields, isReachable, readContact } from '../contact/contact.ts';
import { acknowledgeMinutes, checkEntity, type Directory } from '../directory/directory.ts';
import type { Point } from '../location/location.ts';
import { readPlace } from '../location/read-place.ts';
import { dueByWorkingMinutes } from '../sla/sla.ts';
import { dayOf, toLocalDate } from '../sla/working-calendar.ts';
import { readText } from '../wording/written-text.ts';
import { type Credit, readCredit } from './credit.ts';

export interface SubmissionFields {
  idempotencyKey: string;
  programme?: Programme | null;
  type: CaseType;
  subject: string;
  text: string;
  entityCode?: string | null;
  categoryCode?: string | null;
  governorateCode?: string | null;
  district?: string | null;
  point?: Point | null;
  creditedUnitId?: string | null;
  creditedName?: string | null;
  /** Read from importers only, see `channelOf`. */
  channel?: Channel | null;
  applicantKind?: ApplicantKind | null;
  anonymous: boolean;
  contact?: ContactFields | null;
  language: 'ar' | 'en';
  attachments?: string[] | null;
  /** Global id of a similar case. */
  follows?: string | null;
}

/** A submission that passed every check, in the one form in which it is kept. */
export interface Submission {
  /** Null: as its category says. */
  programme: Programme | null;
  type: CaseType;
  subject: string;
  text: string;
  entity: string | null;
  category: string | null;
  governorate: string | null;
  district: string | null;
  point: Point | null;
  credit: Credit | null;
  channel: Channel;
  applicantKind: ApplicantKind | null;
  anonymous: boolean;
  contact: Contact;
  language: 'ar' | 'en';
}

export const maxTextLength = 20_000;
export const subjectLimits = { field: ['subject'], min: 3, max: 200, oneLine: true } as const;

/** Checks a submission as of a moment; all that is wrong is said at once, field by field. */
export function readSubmission(
  fields: SubmissionFields & { channel: Channel },
  directory: Directory,
  now: Date,
): { submission: Submission } | { refusals: Refusal[] } {
  const refusals: Refusal[] = [];
  const read = (raw: string, limits: Parameters<typeof readText>[1]): string => {
    const written = readText(raw, limits);
    if ('text' in written) return written.text;
    refusals.push(written);
    return '';
  };
  if (!/^[\x21-\x7e]{8,200}$/.test(fields.idempotencyKey)) {
    refusals.push({ refused: 'INVALID_IDEMPOTENCY_KEY', field: ['idempotencyKey'] });
  }
  const subject = read(fields.subject, subjectLimits);
  const text = read(fields.text, { field: ['text'], min: 1, max: maxTextLength });
  const district = read(fields.district ?? '', { field: ['district'], min: 0, max: 120, oneLine: true });
  const day = toLocalDate(dayOf(now.getTime()));
  const wrongEntity = fields.entityCode
    ? checkEntity(directory, fields.entityCode, day, ['entityCode'])
    : null;
  if (wrongEntity) refusals.push(wrongEntity);
  refusals.push(...checkCategory(fields, directory));
  const place = readPlace(fields, directory);
  if ('refused' in place) refusals.push(place);
  const credit = readCredit(fields);
  if (credit && 'refused' in credit) refusals.push(credit);
  const { contact, refusals: wrongContact } = readContact(fields.contact, fields.anonymous);
  refusals.push(...wrongContact);
  if (refusals.length > 0 || 'refused' in place || (credit && 'refused' in credit)) return { refusals };
  return {
    submission: {
      programme: fields.programme ?? null,
      type: fields.type,
      subject,
      text,
      entity: fields.entityCode || null,
      category: fields.categoryCode || null,
      governorate: place.governorate,
      district: district || null,
      point: place.point,
      credit,
      channel: fields.channel,
      applicantKind: fields.applicantKind ?? null,
      anonymous: fields.anonymous,
      contact,
      language: fields.language,
    },
  };
}

/** Checks the codes of category and governorate. */
export function checkCodes(
  codes: { categoryCode?: string | null; governorateCode?: string | null },
  directory: Directory,
): Refusal[] {
  const place = readPlace({ governorateCode: codes.governorateCode ?? null }, directory);
  return [...checkCategory(codes, directory), ...('refused' in place ? [place] : [])];
}

/** The category's code, and whether it is of the programme that was chosen. */
function checkCategory(
  { categoryCode, programme }: { categoryCode?: string | null; programme?: Programme | null },
  directory: Directory,
): Refusal[] {
  if (!categoryCode) return [];
  const category = directory.category(categoryCode);
  const facts = { code: categoryCode };
  if (!category) return [{ refused: 'UNKNOWN_CATEGORY', field: ['categoryCode'], facts }];
  if (!programme || category.programme === programme) return [];
  return [{ refused: 'OTHER_PROGRAMME', field: ['categoryCode'], facts }];
}

/** Who a new case belongs to. */
export interface SubmissionContent {
  id: string;
  reference: string;
  applicantSubject: string | null;
  filedBy: string | null;
}

/** The first state of a case: submitted, with the clock of its acknowledgement running. */
export function openCase(
  submission: Submission,
  filing: SubmissionContent,
  directory: Directory,
  now: Date,
): CaseRecord {
  const { contact, text: _text, point: _point, credit: _credit, programme: asked, ...told } = submission;
  const programme =
    asked ?? directory.category(submission.category ?? '')?.programme ?? 'GOVERNMENT_SERVICES';
  const policy = directory.policyFor(programme, toLocalDate(dayOf(now.getTime())));
  const calendar = directory.calendar();
  const minutes = acknowledgeMinutes(policy, submission.type);
  const record: CaseRecord = {
    ...told,
    ...filing,
    version: 1,
    state: 'SUBMITTED',
    programme,
    importance: null,
    pillar: null,
    submittedAt: now,
    reachable: isReachable(contact),
    holderPost: directory.mainFocalPointOf(submission.entity)?.key ?? null,
    acceptedTransfers: 0,
    imported: false,
    parentId: null,
    followers: 0,
    transferTo: null,
    transferAtRoom: false,
    transferRefusals: 0,
    previousState: null,
    partEntities: [],
    openParts: 0,
    proposal: null,
    rejectionCode: null,
    appealedAt: null,
    restricted: directory.programme(programme)?.restricted ?? false,
    entityAssignedAt: null,
    escalation: null,
    escalatesAt: null,
    timesOutAt: null,
    dueSoonAt: null,
    nextDeadlineAt: null,
    cycle: 1,
    ownReopenings: 0,
    openedBy: 'APPLICANT',
    cycleSubmittedAt: now,
    policyVersion: policy.version,
    calendarVersion: calendar.version,
    acknowledgeBy: new Date(dueByWorkingMinutes(calendar, now.getTime(), minutes)),
    ...initialCycle,
  };
  const escalatesAt = nextEscalation(record, directory.termsOf(record), calendar);
  return { ...record, escalatesAt, ...nextDeadline(record, calendar, directory.termsOf(record)) };
}
