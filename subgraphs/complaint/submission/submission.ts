/** What may be submitted, and what a submission becomes: pure. */
import type { ApplicantKind, CaseType, Channel } from '@bekhedmetkom/schema/events/vocabulary';
import type { CaseRecord } from '../case/case.record.ts';
import type { Refusal } from '../case/case.ts';
import { untouched } from '../case/cycle.ts';
import { type Contact, type ContactFields, isReachable, readContact } from '../contact/contact.ts';
import { acknowledgeMinutes, checkEntity, type Directory } from '../directory/directory.ts';
import { nextEscalation } from '../escalation/ladder.ts';
import { nextBreach } from '../sla/case-clock.ts';
import { dueByWorkingMinutes } from '../sla/sla.ts';
import { dayOf, toLocalDate } from '../sla/working-calendar.ts';
import { readText } from './written-text.ts';

export interface SubmissionFields {
  idempotencyKey: string;
  type: CaseType;
  subject: string;
  text: string;
  entityCode?: string | null;
  categoryCode?: string | null;
  governorateCode?: string | null;
  district?: string | null;
  channel: Channel;
  applicantKind?: ApplicantKind | null;
  anonymous: boolean;
  contact?: ContactFields | null;
  language: 'ar' | 'en';
}

/** A submission that passed every check, in the one form in which it is kept. */
export interface Submission {
  type: CaseType;
  subject: string;
  text: string;
  entity: string | null;
  category: string | null;
  governorate: string | null;
  district: string | null;
  channel: Channel;
  applicantKind: ApplicantKind | null;
  anonymous: boolean;
  contact: Contact;
  language: 'ar' | 'en';
}

export const longestText = 20_000;
export const subjectLimits = { field: ['subject'], min: 3, max: 200, oneLine: true } as const;

/** Checks a submission as of a moment; all that is wrong is said at once, field by field. */
export function readSubmission(
  fields: SubmissionFields,
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
  const text = read(fields.text, { field: ['text'], min: 1, max: longestText });
  const district = read(fields.district ?? '', { field: ['district'], min: 0, max: 120, oneLine: true });
  const day = toLocalDate(dayOf(now.getTime()));
  const wrongPlace = [
    fields.entityCode ? checkEntity(directory, fields.entityCode, day, ['entityCode']) : null,
    ...checkCodes(fields, directory),
  ];
  refusals.push(...wrongPlace.filter((refusal) => refusal !== null));
  const { contact, refusals: wrongContact } = readContact(fields.contact, fields.anonymous);
  refusals.push(...wrongContact);
  if (refusals.length > 0) return { refusals };
  return {
    submission: {
      type: fields.type,
      subject,
      text,
      entity: fields.entityCode || null,
      category: fields.categoryCode || null,
      governorate: fields.governorateCode || null,
      district: district || null,
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
  const refusals: Refusal[] = [];
  const { categoryCode, governorateCode } = codes;
  if (categoryCode && !directory.category(categoryCode)) {
    refusals.push({ refused: 'UNKNOWN_CATEGORY', field: ['categoryCode'], facts: { code: categoryCode } });
  }
  if (governorateCode && !directory.hasGovernorate(governorateCode)) {
    refusals.push({
      refused: 'UNKNOWN_GOVERNORATE',
      field: ['governorateCode'],
      facts: { code: governorateCode },
    });
  }
  return refusals;
}

/** Who a new case belongs to. */
export interface Filing {
  id: string;
  reference: string;
  applicantSubject: string | null;
  filedBy: string | null;
}

/** The first state of a case: submitted, with the clock of its acknowledgement running. */
export function openCase(
  submission: Submission,
  filing: Filing,
  directory: Directory,
  now: Date,
): CaseRecord {
  const programme = directory.category(submission.category ?? '')?.programme ?? 'GOVERNMENT_SERVICES';
  const policy = directory.policyFor(programme, toLocalDate(dayOf(now.getTime())));
  const calendar = directory.calendar();
  const minutes = acknowledgeMinutes(policy);
  const { contact, text: _, ...told } = submission;
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
    returnsTo: null,
    partEntities: [],
    openParts: 0,
    proposal: null,
    rejectionCode: null,
    appealedAt: null,
    restricted: directory.programme(programme)?.restricted ?? false,
    heldSince: null,
    escalation: null,
    escalatesAt: null,
    timesOutAt: null,
    nearAt: null,
    nextBreachAt: null,
    cycle: 1,
    openedBy: 'APPLICANT',
    cycleSubmittedAt: now,
    policyVersion: policy.version,
    calendarVersion: calendar.version,
    acknowledgeBy: new Date(dueByWorkingMinutes(calendar, now.getTime(), minutes)),
    ...untouched,
  };
  const escalatesAt = nextEscalation(record, directory.termsOf(record), calendar);
  return { ...record, escalatesAt, ...nextBreach(record, calendar) };
}
